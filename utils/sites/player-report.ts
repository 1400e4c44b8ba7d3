import type { PlayerState } from "./player.ts";

/** The last report that a frame's player sent to its page. */
export interface PlayerReport {
  state: PlayerState | null;
  /** In milliseconds. */
  reportedAt: number;
}

/** A playing player reports at least this often, so that a page that missed a report catches up. */
const REPORT_INTERVAL_MS = 5000;
/** A larger difference between the expected and the actual time is a seek. */
const SEEK_THRESHOLD_SECONDS = 1.5;

/**
 * Whether a state differs from what the page computes from the last report.
 * @param now The clock of `reportedAt`, in milliseconds.
 */
export function isReportDue(
  { state: before, reportedAt }: PlayerReport,
  state: PlayerState | null,
  now: number,
): boolean {
  if (!before || !state) return before !== state;
  const elapsedSeconds = (now - reportedAt) / 1000;
  const expected = before.paused ? before.seconds : before.seconds + elapsedSeconds * before.rate;
  return (
    before.duration !== state.duration ||
    before.paused !== state.paused ||
    before.rate !== state.rate ||
    before.advert !== state.advert ||
    Math.abs(state.seconds - expected) > SEEK_THRESHOLD_SECONDS ||
    (!state.paused && now - reportedAt > REPORT_INTERVAL_MS)
  );
}
