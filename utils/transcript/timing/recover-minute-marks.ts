import { LOST_MARKER } from "../model/lost-marker.ts";
import {
  getSpeakingTimeEstimator,
  type SpeakingTimeEstimator,
} from "./timeline/estimate-speaking-seconds.ts";

/** A word that may carry a minute mark. */
export interface MarkableToken {
  text: string;
  /** Seconds; null where the source has no time for this very word. */
  start: number | null;
  /** A minute mark without digits precedes this word. */
  brokenMark?: true;
}

/**
 * Recovers the minutes of marks that lost their digits. A source has one mark a minute. Between two known minutes the
 * marks are counted; where there are fewer marks than minutes, the intervals with the most text get the extra ones.
 * @returns The same array if no mark is broken.
 */
export function recoverMinuteMarks<T extends MarkableToken>(tokens: T[], language: string): T[] {
  if (!tokens.some(({ brokenMark }) => brokenMark)) return tokens;
  const intervals = splitMarkIntervals(tokens, getSpeakingTimeEstimator(language));
  const estimateMinutes = createMinuteEstimator(intervals);
  const minutes = new Map<MarkableToken, number>();
  let known = 0;
  for (let i = 0; i < intervals.length;) {
    let j = i;
    while (j < intervals.length && intervals[j]!.mark.start === null) j++;
    const unknown = intervals.slice(i, j + 1);
    const end = intervals[j]?.mark.start ?? null;
    const total = end === null ? null : Math.round(end / 60) - known;
    const lengths = divideMinutes(unknown.map(estimateMinutes), total);
    let minute = known;
    for (const [k, { mark }] of unknown.entries()) minutes.set(mark, (minute += lengths[k]!));
    known = end === null ? minute : Math.round(end / 60);
    i = j + 1;
  }
  // A gap at the mark takes its minute, because the lost words were spoken before the words after it.
  return tokens.map((token, i) => {
    const next = tokens[i + 1];
    const holder = token.text === LOST_MARKER && next?.brokenMark ? next : token;
    const minute = holder.brokenMark && minutes.get(holder);
    const isMarkedByGap = holder === token && tokens[i - 1]?.text === LOST_MARKER;
    return minute && !isMarkedByGap ? { ...token, start: minute * 60 } : token;
  });
}

/** The text between two marks, named after the mark that ends it. */
interface MarkInterval {
  mark: MarkableToken;
  /** Estimated speaking time of its words, in seconds. */
  speechSeconds: number;
  /** Number of gaps in it. A gap at the mark itself is the end of a sentence and does not count. */
  losses: number;
}

function splitMarkIntervals(
  tokens: readonly MarkableToken[],
  estimateSeconds: SpeakingTimeEstimator,
): MarkInterval[] {
  const intervals: MarkInterval[] = [];
  let [speechSeconds, losses] = [0, 0];
  for (const [i, token] of tokens.entries()) {
    if (token.brokenMark || token.start !== null) {
      intervals.push({ mark: token, speechSeconds, losses });
      [speechSeconds, losses] = [0, 0];
    }
    if (token.text === LOST_MARKER && !tokens[i + 1]?.brokenMark) losses++;
    speechSeconds += estimateSeconds(token.text);
  }
  return intervals;
}

/**
 * Creates an estimate of an interval's length in minutes. The median speech of intervals without gaps is one minute;
 * what the median interval with one gap lacks to it is the length of a gap.
 */
function createMinuteEstimator(intervals: readonly MarkInterval[]): (interval: MarkInterval) => number {
  const computeMedianSpeech = (losses: number) =>
    computeMedian(
      intervals.filter((interval) => interval.losses === losses).map(({ speechSeconds: seconds }) => seconds),
    );
  const [whole, cut] = [computeMedianSpeech(0), computeMedianSpeech(1)];
  const minute = whole || cut || 1;
  const gap = cut && cut < minute ? minute - cut : 0;
  return ({ speechSeconds, losses }) => (speechSeconds + losses * gap) / minute;
}

/** 100 hours; a larger minute is a misread mark. */
const MAX_MINUTES = 6000;

/**
 * Divides minutes among intervals, at least one each where the total allows it.
 * @param weights Estimated minutes of each interval.
 * @param total Sum of the result; null if unknown.
 */
function divideMinutes(weights: number[], total: number | null): number[] {
  if (total !== null && total >= MAX_MINUTES) return weights.map(() => 1);
  if (total === null) return weights.map((weight) => Math.max(1, Math.round(weight)));
  const minutes = weights.map(() => 1);
  for (let spare = total - minutes.length; spare > 0; spare--) {
    const fullest = weights.reduce(
      (best, weight, i) => (weight / minutes[i]! > weights[best]! / minutes[best]! ? i : best),
      0,
    );
    minutes[fullest]!++;
  }
  return total >= minutes.length ? minutes : minutes.map((_, i) => (i === minutes.length - 1 ? total : 0));
}

const computeMedian = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
