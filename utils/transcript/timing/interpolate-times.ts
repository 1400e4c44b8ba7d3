import type { Paragraph, TimeMark } from "../model/transcript.ts";
import type { TimedToken } from "./build-timeline.ts";

/** A word of the row, by its index, at a time that is known, in seconds. The row's length stands for its end. */
export type TimeAnchor = readonly [index: number, seconds: number];

/** From this many seconds of talk on, a stretch tells how fast people speak. */
const MIN_PACE_SAMPLE_SECONDS = 20;
/** A few words in a long stretch are no slower than so many times; what is left is silence, or an advert, behind them. */
const MAX_STRETCH_RATIO = 3;
const SHORT_STRETCH_SECONDS = 10;

/**
 * Seconds at which each word of a row begins, from those that are known. Between two known times words take as long
 * as they take to say, scaled to the time there is; where words are lost between them, the words keep their pace and
 * what was lost takes the rest. Before the first and behind the last known time they keep the pace as well.
 * @param points ascending in both; none leaves the pace of speech from 0
 * @returns one more than there are words: the last is the end
 */
export function interpolateTimeline(row: readonly TimedToken[], points: readonly TimeAnchor[]): Float64Array {
  const seconds = new Float64Array(row.length + 1);
  const pace = estimatePace(row, points);
  // What is lost behind a known time is the rest of a sentence; what is lost before the next one may be anything.
  const known = new Set(points.map(([index]) => index));
  const isElastic = (i: number) => row[i]!.isGap === true && !known.has(i);
  /** Lays the words of a stretch that begins at a time, each as long as the function says. */
  const run = (from: number, to: number, start: number, lasts: (i: number) => number) => {
    let now = start;
    for (let i = from; i < to; i++) {
      seconds[i] = now;
      now += lasts(i);
    }
  };
  const natural = (i: number) => row[i]!.seconds * pace;
  const [first, last] = [points[0] ?? [0, 0], points.at(-1) ?? [0, 0]];
  // What comes before the first known time has no more room than there is before it.
  const before = sumSeconds(row, 0, first[0]) * pace;
  const squeezed = before > first[1] ? first[1] / before : 1;
  run(0, first[0], first[1] - before * squeezed, (i) => natural(i) * squeezed);
  for (const [k, [from, start]] of points.slice(0, -1).entries()) {
    const [to, end] = points[k + 1]!;
    const spoken = sumSeconds(row, from, to) * pace;
    let gaps = 0;
    for (let i = from; i < to; i++) if (isElastic(i)) gaps++;
    const spare = end - start - spoken;
    if (gaps && spare > 0) run(from, to, start, (i) => natural(i) + (isElastic(i) ? spare / gaps : 0));
    else {
      const share = spoken ? (end - start) / spoken : 0;
      const stretched = spoken < SHORT_STRETCH_SECONDS ? Math.min(share, MAX_STRETCH_RATIO) : share;
      run(from, to, start, (i) => natural(i) * stretched);
    }
  }
  run(last[0], row.length, last[1], natural);
  seconds[row.length] = last[1] + sumSeconds(row, last[0], row.length) * pace;
  return seconds;
}

/** How much longer than is usual people take to say their words: the middle of the stretches that tell. */
function estimatePace(row: readonly TimedToken[], points: readonly TimeAnchor[]): number {
  const paces: number[] = [];
  let start = points[0];
  let spoken = 0;
  for (const [k, point] of points.entries()) {
    if (!start || !k) continue;
    const from = points[k - 1]![0];
    // What is lost behind a known time is short; a loss further on may be anything.
    const isWhole = !row.slice(from + 1, point[0]).some(({ isGap: gap }) => gap);
    spoken += sumSeconds(row, from, point[0]);
    if (isWhole && spoken < MIN_PACE_SAMPLE_SECONDS) continue;
    if (isWhole && point[1] > start[1]) paces.push((point[1] - start[1]) / spoken);
    [start, spoken] = [point, 0];
  }
  return paces.toSorted((a, b) => a - b)[paces.length >> 1] ?? 1;
}

/** Seconds that the words from one index up to another take to say. */
export const sumSeconds = (row: readonly TimedToken[], from: number, to: number): number => {
  let seconds = 0;
  for (let i = from; i < to; i++) seconds += row[i]!.seconds;
  return seconds;
};

/** Rounded down, so that what was found between two times never comes after the later one. */
const roundDownToHundredths = (seconds: number) => Math.floor(seconds * 100 + 1e-6) / 100;

/**
 * Paragraphs with the times of a row written into them: at every sentence and paragraph, at what is lost, and at the
 * words that are told, else at all whose time is known.
 */
export function interpolateParagraphTimes(
  paragraphs: readonly Paragraph[],
  row: readonly TimedToken[],
  points: readonly TimeAnchor[],
  told: ReadonlySet<number> = new Set(points.map(([index]) => index)),
): Paragraph[] {
  const seconds = interpolateTimeline(row, points);
  const times = paragraphs.map((): TimeMark[] => []);
  for (const [i, { paragraph, offset, startsSentence: begins }] of row.entries()) {
    const marks = times[paragraph]!;
    if (begins || told.has(i) || !marks.length)
      marks.push([marks.length ? offset : 0, Math.max(0, roundDownToHundredths(seconds[i]!))]);
  }
  // Show notes are never said; they stand where the talk stands around them.
  let now = 0;
  return paragraphs.map((paragraph, k) => {
    const marks = times[k]!;
    if (!marks.length) return { ...paragraph, times: [[0, now]] };
    now = marks.at(-1)![1];
    return { ...paragraph, times: marks };
  });
}
