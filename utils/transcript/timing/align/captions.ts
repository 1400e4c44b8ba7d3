import type { Cue } from "../../model.ts";
import { longestAscending } from "../order.ts";
import { speakingSeconds } from "../speaking.ts";

/** A word of captions and when it is said. */
export interface CaptionWord {
  text: string;
  /** Seconds. */
  start: number;
  /** A caption begins with it: its time is the source's own. */
  first: boolean;
}

/** Words take at most so many times as long as is usual, and so many seconds more; the rest of a cue is silence. */
const SLOWEST = 1.6;
const SLACK_SECONDS = 1;

/** The words of captions in a row; inside a cue they are said one after the other, each as long as it takes. */
export function captionWords(cues: readonly Cue[]): CaptionWord[] {
  const timed = cues.filter((cue) => cue.start !== null);
  const kept = longestAscending(timed.map((cue) => cue.start!));
  const ordered = timed.filter((_, k) => kept.has(k));
  return ordered.flatMap((cue, k) => wordsOfCue(cue, ordered[k + 1]?.start ?? Infinity));
}

function wordsOfCue({ text, start, end, words }: Cue, next: number): CaptionWord[] {
  const found = [...text.matchAll(/\S+/g)];
  const said = found.map(({ 0: word }) => speakingSeconds(word));
  const spoken = said.reduce((sum, seconds) => sum + seconds, 0);
  const longest = spoken * SLOWEST + SLACK_SECONDS;
  const until = Math.min(end ?? next, next, start! + longest);
  const scale = spoken ? Math.max(0, until - start!) / spoken : 0;
  const own = new Map(words);
  let now = start!;
  return found.map(({ 0: word, index }, i) => {
    now = Math.max(now, own.get(index) ?? now);
    const caption = { text: word, start: now, first: i === 0 };
    now = Math.min(now + said[i]! * scale, next);
    return caption;
  });
}
