import type { Transcript } from "../model/transcript.ts";
import { sumSeconds, interpolateParagraphTimes, type TimeAnchor } from "./interpolate-times.ts";
import { findTokenIndex } from "./time-anchors.ts";
import { buildTimeline, type TimedToken } from "./build-timeline.ts";

/** Shortest recording over which a transcript is spread, in seconds; an advert or a preview is shorter. */
const MIN_RECORDING_SECONDS = 120;
/** Nobody says so much faster than usual what a recording holds; it is another one. */
const MIN_DURATION_SHARE = 0.4;
/** How much slower or faster than before the last words may be spoken, if they are to reach the end. */
const MAX_END_PACE_RATIO = 2;

/**
 * Times for a transcript that has none of its own, once the length of its recording is known: its words are spread
 * over it by how long they take to say; where chapters pin it, what is behind the last one.
 * @param durationSeconds of the recording, adverts not counted
 * @returns the transcript as it is where it has better times, or where the length can't be that of its recording
 */
export function fitDuration(transcript: Transcript, durationSeconds: number): Transcript {
  const pins = getChapterAnchors(transcript);
  const isOpen = transcript.timing === "none" || (transcript.timing === "estimated" && pins.length > 0);
  if (!isOpen || !(durationSeconds >= MIN_RECORDING_SECONDS) || !Number.isFinite(durationSeconds))
    return transcript;
  const row = buildTimeline(transcript.paragraphs);
  const points = fitAnchors(
    row,
    pins.map(({ place, seconds }): TimeAnchor => [findTokenIndex(row, place), seconds]),
    durationSeconds,
  );
  return points
    ? {
        ...transcript,
        timing: "estimated",
        paragraphs: interpolateParagraphTimes(transcript.paragraphs, row, points),
      }
    : transcript;
}

const getChapterAnchors = ({ chapters = [] }: Transcript) =>
  chapters.flatMap(({ pins, paragraph, offset, published }) =>
    pins && paragraph !== null ? [{ place: { paragraph, offset }, seconds: published }] : [],
  );

/** The points of a row with its end at the recording's; null where the two can't belong together. */
export function fitAnchors(
  row: readonly TimedToken[],
  pins: readonly TimeAnchor[],
  duration: number,
): TimeAnchor[] | null {
  const start: readonly TimeAnchor[] = pins.length ? pins : [[0, 0]];
  const [index, seconds] = start.at(-1)!;
  const end: TimeAnchor = [row.length, duration];
  if (!pins.length) {
    const isSaid = row.some(({ isGap: gap }) => !gap);
    return isSaid && duration >= sumSeconds(row, 0, row.length) * MIN_DURATION_SHARE ? [...start, end] : null;
  }
  const pace = index ? seconds / sumSeconds(row, 0, index) : 1;
  const share = (duration - seconds) / (sumSeconds(row, index, row.length) * pace);
  return share <= MAX_END_PACE_RATIO && share >= 1 / MAX_END_PACE_RATIO ? [...start, end] : null;
}
