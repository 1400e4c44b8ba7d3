/**
 * Adjusts a transcript to the clock of a site whose recording differs, for example by inserted advertisements. A sync
 * point does not anchor tokens: it maps one clock to another, which keeps the known times between two sync points.
 */
import type { Paragraph, TimeMark, Transcript } from "../model/transcript.ts";
import { normalizeWords } from "../model/normalize-words.ts";
import { getStartSeconds } from "../model/text-position.ts";
import { getHeardText } from "../model/heard-text.ts";
import { toHundredths } from "./timeline/interpolate-times.ts";

/**
 * A paragraph that the reader marked as being spoken at the player's time. Settings store these fields, so their names
 * are final.
 */
export interface SyncPoint {
  /** The first words of the paragraph as heard, normalized; cleaning rules do not change them. */
  words: string;
  /** Start of the paragraph on the transcript's own clock, in seconds. */
  own: number;
  /** The same moment on the site's clock, in seconds. */
  here: number;
}

/** One moment on the transcript's clock and on the site's, in seconds. */
type ClockPair = readonly [own: number, here: number];

/** A new sync point replaces an old one that is nearer than this on the transcript's clock, in seconds. */
const MIN_SYNC_GAP_SECONDS = 1;
const SYNC_POINT_WORDS = 10;

const getFirstWords = (paragraph: Paragraph): string =>
  normalizeWords(getHeardText(paragraph)).split(" ").slice(0, SYNC_POINT_WORDS).join(" ");

/**
 * Creates the sync point of a paragraph; null for a paragraph without a time.
 * @param index Index of the paragraph.
 * @param here Seconds on the site's clock.
 */
export function createSyncPoint(transcript: Transcript, index: number, here: number): SyncPoint | null {
  const paragraph = transcript.paragraphs[index];
  const own = getStartSeconds(paragraph);
  return paragraph === undefined || own === null ? null : { words: getFirstWords(paragraph), own, here };
}

/** Adds a sync point and removes those that contradict it: a later paragraph is never spoken earlier. */
export const addSyncPoint = (points: readonly SyncPoint[], added: SyncPoint): SyncPoint[] => [
  ...points.filter((point) => isConsistent([point.own, point.here], [added.own, added.here])),
  added,
];

const isConsistent = ([own, here]: ClockPair, [otherOwn, otherHere]: ClockPair): boolean =>
  Math.abs(own - otherOwn) >= MIN_SYNC_GAP_SECONDS && own < otherOwn === here < otherHere;

/**
 * Creates the function from seconds on the transcript's clock to seconds on the site's. It is linear between two sync
 * points, and has a constant offset before the first and after the last.
 * @param points In the order of their creation. The later of two contradictory ones counts.
 */
export function createSiteClock(
  points: readonly Pick<SyncPoint, "own" | "here">[],
): (seconds: number) => number {
  const pairs: ClockPair[] = [];
  for (const { own, here } of points.toReversed())
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

/** Converts a transcript to the site's clock. Exact times become aligned ones; the same object without sync points. */
export function applySyncPoints(transcript: Transcript, points: readonly SyncPoint[]): Transcript {
  if (!points.length || transcript.timing === "none") return transcript;
  const toSiteSeconds = createSiteClock(
    points.map((point) => ({ ...point, own: findTranscriptSeconds(transcript, point) })),
  );
  const paragraphs = transcript.paragraphs.map((paragraph) => ({
    ...paragraph,
    times: paragraph.times.map(([at, seconds]): TimeMark => [at, toHundredths(toSiteSeconds(seconds))]),
  }));
  return { ...transcript, paragraphs, timing: transcript.timing === "exact" ? "aligned" : transcript.timing };
}

/**
 * The present start of a sync point's paragraph: estimated times may have changed since. Of several paragraphs with the
 * same first words the nearest counts; without one, the stored time does.
 */
function findTranscriptSeconds({ paragraphs }: Transcript, { words, own }: SyncPoint): number {
  const starts = paragraphs.flatMap((paragraph) => {
    const start = getStartSeconds(paragraph);
    return start !== null && getFirstWords(paragraph) === words ? [start] : [];
  });
  return starts.toSorted((a, b) => Math.abs(a - own) - Math.abs(b - own))[0] ?? own;
}
