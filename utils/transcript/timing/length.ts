import type { Transcript } from "../model.ts";
import { sum, withTimes, type Point } from "./lay.ts";
import { indexAt } from "./points.ts";
import { rowOf, type SpokenWord } from "./row.ts";

/** Shortest recording over which a transcript is spread, in seconds; an advert or a preview is shorter. */
const SHORTEST_SECONDS = 120;
/** Nobody says so much faster than usual what a recording holds; it is another one. */
const SHORTEST_SHARE = 0.4;
/** How much slower or faster than before the last words may be spoken, if they are to reach the end. */
const END_SHARE = 2;

/**
 * Times for a transcript that has none of its own, once the length of its recording is known: its words are spread
 * over it by how long they take to say; where chapters pin it, what is behind the last one.
 * @param durationSeconds of the recording, adverts not counted
 * @returns the transcript as it is where it has better times, or where the length can't be that of its recording
 */
export function withLength(transcript: Transcript, durationSeconds: number): Transcript {
  const pins = pinsOf(transcript);
  const isOpen = transcript.timing === "none" || (transcript.timing === "estimated" && pins.length > 0);
  if (!isOpen || !(durationSeconds >= SHORTEST_SECONDS) || !Number.isFinite(durationSeconds))
    return transcript;
  const row = rowOf(transcript.paragraphs);
  const points = pointsTo(
    row,
    pins.map(({ place, seconds }): Point => [indexAt(row, place), seconds]),
    durationSeconds,
  );
  return points
    ? { ...transcript, timing: "estimated", paragraphs: withTimes(transcript.paragraphs, row, points) }
    : transcript;
}

const pinsOf = ({ chapters = [] }: Transcript) =>
  chapters.flatMap(({ pins, paragraph, offset, published }) =>
    pins && paragraph !== null ? [{ place: { paragraph, offset }, seconds: published }] : [],
  );

/** The points of a row with its end at the recording's; null where the two can't belong together. */
export function pointsTo(
  row: readonly SpokenWord[],
  pins: readonly Point[],
  duration: number,
): Point[] | null {
  const start: readonly Point[] = pins.length ? pins : [[0, 0]];
  const [index, seconds] = start.at(-1)!;
  const end: Point = [row.length, duration];
  if (!pins.length) {
    const isSaid = row.some(({ gap }) => !gap);
    return isSaid && duration >= sum(row, 0, row.length) * SHORTEST_SHARE ? [...start, end] : null;
  }
  const pace = index ? seconds / sum(row, 0, index) : 1;
  const share = (duration - seconds) / (sum(row, index, row.length) * pace);
  return share <= END_SHARE && share >= 1 / END_SHARE ? [...start, end] : null;
}
