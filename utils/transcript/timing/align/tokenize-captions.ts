import type { Cue } from "../../model/transcript.ts";
import { findLongestAscending } from "../../../shared/find-longest-ascending.ts";
import {
  getSpeakingTimeEstimator,
  type SpeakingTimeEstimator,
} from "../timeline/estimate-speaking-seconds.ts";

/** A word of captions with its time. */
export interface CaptionToken {
  text: string;
  /** Seconds. */
  start: number;
  /** The first word of a caption; its time is the source's own. */
  startsCue: boolean;
}

/**
 * The words of a caption take at most `MAX_SLOWDOWN` times their estimated speaking time and `SLACK_SECONDS` more; the
 * rest of the caption is silence.
 */
const MAX_SLOWDOWN = 1.6;
const SLACK_SECONDS = 1;

/** Lists the words of captions. Inside a caption the estimated speaking times are scaled to its length. */
export function tokenizeCaptions(cues: readonly Cue[], language: string): CaptionToken[] {
  const estimateSeconds = getSpeakingTimeEstimator(language);
  const timed = cues.filter((cue) => cue.start !== null);
  const ordered = findLongestAscending(timed.map((cue) => cue.start!));
  const cuesInOrder = timed.filter((_, k) => ordered.has(k));
  return cuesInOrder.flatMap((cue, k) =>
    tokenizeCue(cue, cuesInOrder[k + 1]?.start ?? Infinity, estimateSeconds),
  );
}

function tokenizeCue(
  { text, start, end, words }: Cue,
  next: number,
  estimateSeconds: SpeakingTimeEstimator,
): CaptionToken[] {
  const matches = [...text.matchAll(/\S+/g)];
  const estimates = matches.map(({ 0: word }) => estimateSeconds(word));
  const speech = estimates.reduce((sum, seconds) => sum + seconds, 0);
  const longest = speech * MAX_SLOWDOWN + SLACK_SECONDS;
  const until = Math.min(end ?? next, next, start! + longest);
  const scale = speech ? Math.max(0, until - start!) / speech : 0;
  const own = new Map(words);
  let now = start!;
  return matches.map(({ 0: word, index }, i) => {
    now = Math.max(now, own.get(index) ?? now);
    const caption = { text: word, start: now, startsCue: i === 0 };
    now = Math.min(now + estimates[i]! * scale, next);
    return caption;
  });
}
