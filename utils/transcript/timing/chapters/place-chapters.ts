import { getSpeechRules } from "../../languages/speech-rules.ts";
import type { Timeline } from "../timeline/build-timeline.ts";
import type { PublishedChapter } from "./parse-chapters.ts";
import { createTopicScorer } from "./topic-scorer.ts";
import { findTurningPoints } from "./turning-points.ts";

/** A published chapter with the token at which it starts. */
export interface PlacedChapter {
  seconds: number;
  title: string;
  /** Null where no place fits. */
  index: number | null;
}

/** Weight of the topic's score relative to that of the turning point. */
const TOPIC_WEIGHT = 4;
/** Cost of an unplaced chapter; it exceeds the cost of any plausible place. */
const SKIP_PENALTY = 7;
/** Maximum number of neighbouring chapters that are left unplaced. */
const MAX_SKIPPED_CHAPTERS = 3;
/** Standard deviation of the time between two chapters: `seconds`, plus the fraction `share` of that time. */
interface ClockSlack {
  seconds: number;
  share: number;
}
/** Without known times: published times are set by hand, and the pace of speech varies. */
const SPEECH_SLACK: ClockSlack = { seconds: 8, share: 0.08 };
/** With known times: the chapters may belong to another cut of the recording. */
const TIMED_SLACK: ClockSlack = { seconds: 40, share: 0.25 };
/** Standard deviation, in seconds, of a published time from the known one. */
const TIMED_TOLERANCE_SECONDS = 150;
/** Maximum penalty of a time difference. */
const MAX_CLOCK_PENALTY = 12;
/** Real speaking time divided by the estimated one: the paces that are tried where no times are known. */
const PACES = [0.75, 0.9, 1.05, 1.2, 1.4];

/**
 * Places chapters at turning points of the talk, in order, by dynamic programming. A place scores by the chapter's
 * topic, by the turning point itself, and by the time since the previous chapter.
 * @param known Start of each token in seconds; null where the estimated speaking times have to serve as the clock.
 */
export function placeChapters(
  timeline: Timeline,
  chapters: readonly PublishedChapter[],
  known: Float64Array | null,
  language: string,
): PlacedChapter[] {
  const rules = getSpeechRules(language);
  const places = findTurningPoints(timeline, rules);
  if (!places.length || !chapters.length)
    return chapters.map(([seconds, title]) => ({ seconds, title, index: null }));
  const spoken = new Float64Array(timeline.length + 1);
  for (const [i, { seconds }] of timeline.entries()) spoken[i + 1] = spoken[i]! + seconds;
  const createScore = createTopicScorer(timeline, rules);
  const fits = chapters.map(([seconds, title]) => {
    const scoreTopic = createScore(title);
    return places.map(({ index, score }) => {
      if (seconds <= 1) return index === 0 ? TOPIC_WEIGHT : -MAX_CLOCK_PENALTY;
      const deviation = known ? Math.abs(known[index]! - seconds) / TIMED_TOLERANCE_SECONDS : 0;
      return TOPIC_WEIGHT * scoreTopic(index) + score - computePenalty(deviation);
    });
  });
  const slack = known ? TIMED_SLACK : SPEECH_SLACK;
  const placements = (known ? [1] : PACES).map((pace) => {
    const clock = places.map(({ index }) => (known ? known[index]! : spoken[index]! * pace));
    return findBestPlacement(clock, chapters, fits, slack);
  });
  const { picks } = placements.reduce((a, b) => (b.score > a.score ? b : a));
  return chapters.map(([seconds, title], k) => ({
    seconds,
    title,
    index: places[picks[k] ?? -1]?.index ?? null,
  }));
}

interface ChapterPlacement {
  score: number;
  /** Index of the turning point of each chapter; null for an unplaced one. */
  picks: (number | null)[];
}

/**
 * Finds the placement with the highest score.
 * @param clock Seconds of each turning point.
 * @param fits Score of each chapter at each turning point, without the time since the previous chapter.
 */
function findBestPlacement(
  clock: readonly number[],
  chapters: readonly PublishedChapter[],
  fits: readonly (readonly number[])[],
  slack: ClockSlack,
): ChapterPlacement {
  const size = clock.length;
  const scores = chapters.map(() => new Float64Array(size));
  const from = chapters.map(() => new Int32Array(size).fill(-1));
  for (const [k, [seconds]] of chapters.entries()) {
    const own = scores[k]!;
    for (let p = 0; p < size; p++) {
      const fit = fits[k]![p]!;
      // As the first placed chapter, its own time is the time since the start.
      own[p] = fit - SKIP_PENALTY * k - computeClockPenalty(clock[p]! - seconds, seconds, slack);
      for (let j = Math.max(0, k - 1 - MAX_SKIPPED_CHAPTERS); j < k; j++) {
        const interval = seconds - chapters[j]![0];
        if (interval < 0) continue;
        const skipped = SKIP_PENALTY * (k - 1 - j);
        for (let q = p - 1; q >= 0; q--) {
          const difference = clock[p]! - clock[q]! - interval;
          const penalty = computeClockPenalty(difference, interval, slack);
          if (difference > 0 && penalty >= MAX_CLOCK_PENALTY) break;
          const score = scores[j]![q]! + fit - skipped - penalty;
          if (score <= own[p]!) continue;
          own[p] = score;
          from[k]![p] = j * size + q;
        }
      }
    }
  }
  let [score, end] = [-Infinity, -1];
  for (const [k, chapterScores] of scores.entries())
    for (const [p, own] of chapterScores.entries()) {
      const total = own - SKIP_PENALTY * (chapters.length - 1 - k);
      if (total > score) [score, end] = [total, k * size + p];
    }
  const picks: (number | null)[] = chapters.map(() => null);
  while (end >= 0) {
    const [k, p] = [Math.floor(end / size), end % size];
    picks[k] = p;
    end = from[k]![p]!;
  }
  return { score, picks };
}

/** Penalty of a difference, in seconds, over an interval of the published times. */
const computeClockPenalty = (difference: number, interval: number, { seconds, share }: ClockSlack): number =>
  computePenalty(difference / (seconds + share * interval));

/** Negative logarithm of the normal density at a deviation, up to a constant, and limited. */
const computePenalty = (deviation: number): number =>
  Math.min(MAX_CLOCK_PENALTY, (deviation * deviation) / 2);
