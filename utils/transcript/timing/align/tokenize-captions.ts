import type { Cue } from "../../model/transcript.ts";
import { findLongestAscending } from "../../../shared/find-longest-ascending.ts";
import { estimateSpeakingSeconds } from "../timeline/estimate-speaking-seconds.ts";

/** A word of captions and when it is said. */
export interface CaptionToken {
  text: string;
  /** Seconds. */
  start: number;
  /** A caption begins with it: its time is the source's own. */
  startsCue: boolean;
}

/** Words take at most so many times as long as is usual, and so many seconds more; the rest of a cue is silence. */
const MAX_SLOWDOWN = 1.6;
const SLACK_SECONDS = 1;

/** The words of captions in a row; inside a cue they are said one after the other, each as long as it takes. */
export function tokenizeCaptions(cues: readonly Cue[]): CaptionToken[] {
  const timed = cues.filter((cue) => cue.start !== null);
  const kept = findLongestAscending(timed.map((cue) => cue.start!));
  const ordered = timed.filter((_, k) => kept.has(k));
  return ordered.flatMap((cue, k) => tokenizeCue(cue, ordered[k + 1]?.start ?? Infinity));
}

function tokenizeCue({ text, start, end, words }: Cue, next: number): CaptionToken[] {
  const found = [...text.matchAll(/\S+/g)];
  const said = found.map(({ 0: word }) => estimateSpeakingSeconds(word));
  const spoken = said.reduce((sum, seconds) => sum + seconds, 0);
  const longest = spoken * MAX_SLOWDOWN + SLACK_SECONDS;
  const until = Math.min(end ?? next, next, start! + longest);
  const scale = spoken ? Math.max(0, until - start!) / spoken : 0;
  const own = new Map(words);
  let now = start!;
  return found.map(({ 0: word, index }, i) => {
    now = Math.max(now, own.get(index) ?? now);
    const caption = { text: word, start: now, startsCue: i === 0 };
    now = Math.min(now + said[i]! * scale, next);
    return caption;
  });
}
