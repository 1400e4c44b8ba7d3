import type { Paragraph, TimeMark, Transcript } from "../model.ts";
import { spoken } from "../spoken.ts";
import { startOf } from "../times.ts";
import { heard } from "../undo.ts";

/**
 * "This line is now": words of the transcript, by what was heard so that they are found again when it is cleaned
 * anew, with the seconds at which they are said by its own clock and on a site.
 */
export interface Tap {
  words: string;
  own: number;
  here: number;
}

/** A time on the transcript's own clock and the same on a site's. */
type Pair = readonly [own: number, here: number];

/** Taps nearer to each other than this, in seconds, are about the same line. */
const SAME_SECONDS = 1;
/** So many words tell a line from the others. */
const WORDS = 10;

/** The words by which a paragraph is found again. */
const firstWords = (paragraph: Paragraph): string =>
  spoken(heard(paragraph)).split(" ").slice(0, WORDS).join(" ");

/** What a tap on a paragraph says: it is being said at `here` seconds on the site; null where it has no time at all. */
export function tapOn(transcript: Transcript, index: number, here: number): Tap | null {
  const paragraph = transcript.paragraphs[index];
  const own = startOf(paragraph);
  return paragraph === undefined || own === null ? null : { words: firstWords(paragraph), own, here };
}

/** Taps with one more, without those that it contradicts: two lines never change their order. */
export const withTap = (taps: readonly Tap[], tap: Tap): Tap[] => [
  ...taps.filter((old) => agree([old.own, old.here], [tap.own, tap.here])),
  tap,
];

const agree = ([own, here]: Pair, [otherOwn, otherHere]: Pair): boolean =>
  Math.abs(own - otherOwn) >= SAME_SECONDS && own < otherOwn === here < otherHere;

/**
 * From the transcript's own clock to a site's: one tap moves all times, between two they run from one to the other;
 * before the first and behind the last they are moved as at these. Taps that contradict later ones don't count.
 */
export function siteClock(taps: readonly Pick<Tap, "own" | "here">[]): (seconds: number) => number {
  const pairs: Pair[] = [];
  for (const { own, here } of taps.toReversed())
    if (pairs.every((pair) => agree(pair, [own, here]))) pairs.push([own, here]);
  pairs.sort(([a], [b]) => a - b);
  return (seconds) => {
    const next = pairs.findIndex(([own]) => own > seconds);
    const before = next < 0 ? pairs.at(-1) : pairs[next - 1];
    const after = next < 0 ? undefined : pairs[next];
    if (!before || !after) {
      const [own, here] = before ?? after ?? [0, 0];
      return Math.max(0, seconds + here - own);
    }
    return before[1] + ((after[1] - before[1]) * (seconds - before[0])) / (after[0] - before[0]);
  };
}

/** A transcript on a site's clock. What was moved by hand is no longer exact. */
export function withTaps(transcript: Transcript, taps: readonly Tap[]): Transcript {
  if (!taps.length || transcript.timing === "none") return transcript;
  const clock = siteClock(taps.map((tap) => ({ ...tap, own: ownNow(transcript, tap) })));
  const hundredths = (seconds: number) => Math.floor(clock(seconds) * 100 + 1e-6) / 100;
  const paragraphs = transcript.paragraphs.map((paragraph) => ({
    ...paragraph,
    times: paragraph.times.map(([at, seconds]): TimeMark => [at, hundredths(seconds)]),
  }));
  return { ...transcript, paragraphs, timing: transcript.timing === "exact" ? "aligned" : transcript.timing };
}

/** When the words of a tap are said by the transcript as it is now; of several such lines the nearest. */
function ownNow({ paragraphs }: Transcript, { words, own }: Tap): number {
  const starts = paragraphs.flatMap((paragraph) => {
    const start = startOf(paragraph);
    return start !== null && firstWords(paragraph) === words ? [start] : [];
  });
  return starts.toSorted((a, b) => Math.abs(a - own) - Math.abs(b - own))[0] ?? own;
}
