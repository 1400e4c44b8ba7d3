import type { Player, PlayerState } from "./player.ts";

/** A player in a frame of another host, followed by what it reports and steered by messages. */
export interface FramePlayer extends Player {
  /** Takes in a report. */
  report(state: PlayerState | null): void;
}

/** What a frame's player is asked to do: go to a time, or play or pause. */
export type PlayerCommand = { seconds: number } | "toggle";

/** How often a playing frame's time is told on between its reports, in milliseconds. */
const TICK_INTERVAL_MS = 250;

/** Makes a player out of reports; between them time runs on at the speed that was told. */
export function createFramePlayer(
  sendCommand: (command: PlayerCommand) => void,
  now: () => number,
): FramePlayer {
  let last: { state: PlayerState; at: number } | null = null;
  const listeners = new Set<() => void>();
  const tell = () => listeners.forEach((listener) => listener());
  let ticking: ReturnType<typeof setInterval> | undefined;
  /** On pages without such a frame nothing ticks. */
  const tick = () => {
    const isNeeded = listeners.size > 0 && last !== null && !last.state.paused;
    if (isNeeded) ticking ??= setInterval(tell, TICK_INTERVAL_MS);
    else {
      clearInterval(ticking);
      ticking = undefined;
    }
  };
  return {
    report(state) {
      last = state && { state, at: now() };
      tick();
      tell();
    },
    getState() {
      if (!last) return null;
      const { state, at } = last;
      return state.paused ? state : { ...state, seconds: state.seconds + ((now() - at) / 1000) * state.rate };
    },
    seek(seconds) {
      if (last) last = { state: { ...last.state, seconds }, at: now() };
      sendCommand({ seconds });
      tell();
    },
    toggle: () => sendCommand("toggle"),
    watch(listener, signal) {
      listeners.add(listener);
      tick();
      signal.addEventListener("abort", () => {
        listeners.delete(listener);
        tick();
      });
    },
  };
}

/** Of two players the one that is there; of two that are, the one with the longer recording. */
export function combinePlayers(first: Player, second: Player): Player {
  const used = (): [Player, PlayerState | null] => {
    const [one, two] = [first.getState(), second.getState()];
    const isSecond = one && two ? (two.duration ?? 0) > (one.duration ?? 0) : !one;
    return isSecond ? [second, two] : [first, one];
  };
  return {
    getState: () => used()[1],
    seek: (seconds) => used()[0].seek(seconds),
    toggle: () => used()[0].toggle(),
    watch(listener, signal) {
      first.watch(listener, signal);
      second.watch(listener, signal);
    },
  };
}

/** What a frame told last, and when (milliseconds). */
export interface PlayerReport {
  state: PlayerState | null;
  reportedAt: number;
}

/** How often a playing player reports although nothing happens, in milliseconds. */
const REPORT_INTERVAL_MS = 5000;
/** A jump in time of more than this is a seek. */
const SEEK_THRESHOLD_SECONDS = 1.5;

/** Whether a state says more than that time has gone by since the last report. */
export function isReportDue(
  { state: before, reportedAt: at }: PlayerReport,
  state: PlayerState | null,
  now: number,
): boolean {
  if (!before || !state) return before !== state;
  const expected = before.paused ? before.seconds : before.seconds + ((now - at) / 1000) * before.rate;
  return (
    before.duration !== state.duration ||
    before.paused !== state.paused ||
    before.rate !== state.rate ||
    before.advert !== state.advert ||
    Math.abs(state.seconds - expected) > SEEK_THRESHOLD_SECONDS ||
    (!state.paused && now - at > REPORT_INTERVAL_MS)
  );
}
