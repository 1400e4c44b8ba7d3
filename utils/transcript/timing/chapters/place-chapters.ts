import type { Timeline } from "../timeline/build-timeline.ts";
import type { PublishedChapter } from "./parse-chapters.ts";
import { createTopicScorer } from "./topic-scorer.ts";
import { findTurningPoints } from "./turning-points.ts";

/** A chapter with the word of the row at which the talk turns to it; null where none was found that fits. */
export interface PlacedChapter {
  seconds: number;
  title: string;
  index: number | null;
}

/** How much the topic counts beside the turn the talk takes. */
const TOPIC_WEIGHT = 4;
/** What it costs to leave a chapter out: more than any that fits at all. */
const SKIP_PENALTY = 7;
/** At most so many neighbours are left out in a row. */
const MAX_SKIPPED_CHAPTERS = 3;
/** How far off a clock may be from one chapter to the next: seconds, and a share of what lies between them. */
interface ClockSlack {
  seconds: number;
  share: number;
}
/** The times are set by hand, and people speak faster and slower. */
const SPEECH_SLACK: ClockSlack = { seconds: 8, share: 0.08 };
/** Where the transcript has times of its own: chapters that were made for another cut, or by a machine. */
const TIMED_SLACK: ClockSlack = { seconds: 40, share: 0.25 };
/** How far off they may be altogether then, in seconds. */
const TIMED_TOLERANCE_SECONDS = 150;
/** No time counts for more than this against a place. */
const MAX_CLOCK_PENALTY = 12;
/** People say this many seconds of their words in a second, at the least and the most. */
const PACES = [0.75, 0.9, 1.05, 1.2, 1.4];

/**
 * Finds where the talk turns to each chapter: where its topic comes up, where somebody asks something new, and where
 * the clock says, all together and in order.
 * @param times of the words where they are known; else the clock is how long the words between two chapters take
 */
export function placeChapters(
  row: Timeline,
  chapters: readonly PublishedChapter[],
  times: Float64Array | null,
): PlacedChapter[] {
  const places = findTurningPoints(row);
  if (!places.length || !chapters.length)
    return chapters.map(([seconds, title]) => ({ seconds, title, index: null }));
  const said = new Float64Array(row.length + 1);
  for (const [i, { seconds }] of row.entries()) said[i + 1] = said[i]! + seconds;
  const topicOf = createTopicScorer(row);
  const fits = chapters.map(([seconds, title]) => {
    const topic = topicOf(title);
    return places.map(({ index, score }) => {
      if (seconds <= 1) return index === 0 ? TOPIC_WEIGHT : -MAX_CLOCK_PENALTY;
      const late = times ? Math.abs(times[index]! - seconds) / TIMED_TOLERANCE_SECONDS : 0;
      return TOPIC_WEIGHT * topic(index) + score - Math.min(MAX_CLOCK_PENALTY, (late * late) / 2);
    });
  });
  const slack = times ? TIMED_SLACK : SPEECH_SLACK;
  const runs = (times ? [1] : PACES).map((pace) => {
    const clock = places.map(({ index }) => (times ? times[index]! : said[index]! * pace));
    return findBestPlacement(clock, chapters, fits, slack);
  });
  const { picks } = runs.reduce((a, b) => (b.score > a.score ? b : a));
  return chapters.map(([seconds, title], k) => ({
    seconds,
    title,
    index: places[picks[k] ?? -1]?.index ?? null,
  }));
}

interface ChapterPlacement {
  score: number;
  /** Index of the place for each chapter, or null. */
  picks: (number | null)[];
}

/** The best places for all chapters, in order, on a clock that tells the seconds of each place. */
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
      // The first that is kept: what comes before it has to be said before it.
      own[p] = fit - SKIP_PENALTY * k - computeClockPenalty(clock[p]! - seconds, seconds, slack);
      for (let j = Math.max(0, k - 1 - MAX_SKIPPED_CHAPTERS); j < k; j++) {
        const between = seconds - chapters[j]![0];
        if (between < 0) continue;
        const skipped = SKIP_PENALTY * (k - 1 - j);
        for (let q = p - 1; q >= 0; q--) {
          const late = clock[p]! - clock[q]! - between;
          const wrong = computeClockPenalty(late, between, slack);
          if (late > 0 && wrong >= MAX_CLOCK_PENALTY) break;
          const score = scores[j]![q]! + fit - skipped - wrong;
          if (score <= own[p]!) continue;
          own[p] = score;
          from[k]![p] = j * size + q;
        }
      }
    }
  }
  let [score, end] = [-Infinity, -1];
  for (const [k, row] of scores.entries())
    for (const [p, own] of row.entries()) {
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

/** How much a difference from the clock counts against a place, over a stretch of so many seconds. */
function computeClockPenalty(difference: number, stretch: number, { seconds, share }: ClockSlack): number {
  const wrong = difference / (seconds + share * stretch);
  return Math.min(MAX_CLOCK_PENALTY, (wrong * wrong) / 2);
}
