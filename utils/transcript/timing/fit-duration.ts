import type { Transcript } from "../model/transcript.ts";
import { buildTimeline, type Timeline } from "./timeline/build-timeline.ts";
import { sumSeconds, writeTimes } from "./timeline/interpolate-times.ts";
import { findTokenIndex, type TimeAnchor } from "./timeline/time-anchor.ts";

/** A shorter recording, in seconds, is an advertisement or a preview. */
const MIN_RECORDING_SECONDS = 120;
/** A recording below this fraction of the estimated speaking time belongs to another transcript. */
const MIN_DURATION_RATIO = 0.4;
/** The pace after the last chapter may differ from the pace before it by at most this factor, either way. */
const MAX_END_PACE_RATIO = 2;

/**
 * Estimates the times of a transcript without own times from the duration of its recording. Where chapters anchor the
 * transcript, only the part after the last one changes.
 * @param durationSeconds Without inserted advertisements.
 * @returns The same object if it has better times, or if the duration cannot be that of its recording.
 */
export function fitDuration(transcript: Transcript, durationSeconds: number): Transcript {
  const { timing, chapters = [], paragraphs, language } = transcript;
  const isAnchored = timing === "estimated" && chapters.some(({ pins }) => pins);
  if (timing !== "none" && !isAnchored) return transcript;
  const timeline = buildTimeline(paragraphs, language);
  const anchors = chapters.flatMap(({ pins, paragraph, offset, published }): TimeAnchor[] =>
    pins && paragraph !== null
      ? [{ index: findTokenIndex(timeline, { paragraph, offset }), seconds: published, kind: "chapter" }]
      : [],
  );
  const fitted = fitAnchors(timeline, anchors, durationSeconds);
  return fitted
    ? { ...transcript, timing: "estimated", paragraphs: writeTimes(paragraphs, timeline, fitted) }
    : transcript;
}

/**
 * Adds the end of the recording to the anchors of chapters, and its start where there are none.
 * @returns Null if the duration cannot be that of the transcript's recording.
 */
export function fitAnchors(
  timeline: Timeline,
  anchors: readonly TimeAnchor[],
  durationSeconds: number,
): TimeAnchor[] | null {
  if (!(durationSeconds >= MIN_RECORDING_SECONDS) || !Number.isFinite(durationSeconds)) return null;
  const end: TimeAnchor = { index: timeline.length, seconds: durationSeconds, kind: "duration" };
  const last = anchors.at(-1);
  if (!last) {
    const isSpoken = timeline.some(({ isGap }) => !isGap);
    const least = sumSeconds(timeline, 0, timeline.length) * MIN_DURATION_RATIO;
    return isSpoken && durationSeconds >= least ? [{ index: 0, seconds: 0, kind: "duration" }, end] : null;
  }
  const { index, seconds } = last;
  const pace = index ? seconds / sumSeconds(timeline, 0, index) : 1;
  const ratio = (durationSeconds - seconds) / (sumSeconds(timeline, index, timeline.length) * pace);
  return ratio <= MAX_END_PACE_RATIO && ratio >= 1 / MAX_END_PACE_RATIO ? [...anchors, end] : null;
}
