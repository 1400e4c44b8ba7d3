import type { Paragraph, TimeMark, Transcript } from "../model/transcript.ts";
import { normalizeWords } from "../model/normalize-words.ts";
import { getStartSeconds } from "../model/text-position.ts";
import { getHeardText } from "../model/heard-text.ts";

/**
 * "This line is now": words of the transcript, by what was heard so that they are found again when it is cleaned
 * anew, with the seconds at which they are said by its own clock and on a site.
 */
export interface SyncPoint {
  words: string;
  own: number;
  here: number;
}

/** A time on the transcript's own clock and the same on a site's. */
type ClockPair = readonly [own: number, here: number];

/** Taps nearer to each other than this, in seconds, are about the same line. */
const MIN_SYNC_GAP_SECONDS = 1;
/** So many words tell a line from the others. */
const SYNC_POINT_WORDS = 10;

/** The words by which a paragraph is found again. */
const getFirstWords = (paragraph: Paragraph): string =>
  normalizeWords(getHeardText(paragraph)).split(" ").slice(0, SYNC_POINT_WORDS).join(" ");

/** What a tap on a paragraph says: it is being said at `here` seconds on the site; null where it has no time at all. */
export function createSyncPoint(transcript: Transcript, index: number, here: number): SyncPoint | null {
  const paragraph = transcript.paragraphs[index];
  const own = getStartSeconds(paragraph);
  return paragraph === undefined || own === null ? null : { words: getFirstWords(paragraph), own, here };
}

/** Taps with one more, without those that it contradicts: two lines never change their order. */
export const addSyncPoint = (taps: readonly SyncPoint[], tap: SyncPoint): SyncPoint[] => [
  ...taps.filter((old) => isConsistent([old.own, old.here], [tap.own, tap.here])),
  tap,
];

const isConsistent = ([own, here]: ClockPair, [otherOwn, otherHere]: ClockPair): boolean =>
  Math.abs(own - otherOwn) >= MIN_SYNC_GAP_SECONDS && own < otherOwn === here < otherHere;

/**
 * From the transcript's own clock to a site's: one tap moves all times, between two they run from one to the other;
 * before the first and behind the last they are moved as at these. Taps that contradict later ones don't count.
 */
export function createSiteClock(
  taps: readonly Pick<SyncPoint, "own" | "here">[],
): (seconds: number) => number {
  const pairs: ClockPair[] = [];
  for (const { own, here } of taps.toReversed())
    if (pairs.every((pair) => isConsistent(pair, [own, here]))) pairs.push([own, here]);
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
export function applySyncPoints(transcript: Transcript, taps: readonly SyncPoint[]): Transcript {
  if (!taps.length || transcript.timing === "none") return transcript;
  const clock = createSiteClock(taps.map((tap) => ({ ...tap, own: findTranscriptSeconds(transcript, tap) })));
  const hundredths = (seconds: number) => Math.floor(clock(seconds) * 100 + 1e-6) / 100;
  const paragraphs = transcript.paragraphs.map((paragraph) => ({
    ...paragraph,
    times: paragraph.times.map(([at, seconds]): TimeMark => [at, hundredths(seconds)]),
  }));
  return { ...transcript, paragraphs, timing: transcript.timing === "exact" ? "aligned" : transcript.timing };
}

/** When the words of a tap are said by the transcript as it is now; of several such lines the nearest. */
function findTranscriptSeconds({ paragraphs }: Transcript, { words, own }: SyncPoint): number {
  const starts = paragraphs.flatMap((paragraph) => {
    const start = getStartSeconds(paragraph);
    return start !== null && getFirstWords(paragraph) === words ? [start] : [];
  });
  return starts.toSorted((a, b) => Math.abs(a - own) - Math.abs(b - own))[0] ?? own;
}
