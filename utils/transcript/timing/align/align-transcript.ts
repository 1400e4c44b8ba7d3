import type { Cue, Transcript } from "../../model/transcript.ts";
import { buildTimeline } from "../timeline/build-timeline.ts";
import { writeTimes } from "../timeline/interpolate-times.ts";
import { alignCaptions, type CaptionAlignment } from "./align-captions.ts";

/** A transcript after the attempt to align it with captions. */
export interface AlignmentResult extends Pick<CaptionAlignment, "share" | "problem"> {
  /** The same object where the captions are not used. */
  transcript: Transcript;
}

/**
 * Replaces the times of a finished transcript by those of captions of the same recording, and gives each paragraph a
 * confidence. Exact times stay as they are.
 */
export function alignTranscript(transcript: Transcript, captions: readonly Cue[]): AlignmentResult {
  const { paragraphs, timing, language } = transcript;
  const timeline = buildTimeline(paragraphs, language);
  const { share, problem, anchors, confidences } = alignCaptions(timeline, captions, { timing, language });
  if (problem !== null) return { transcript, share, problem };
  const timed = writeTimes(paragraphs, timeline, anchors).map((paragraph, k) => ({
    ...paragraph,
    confidence: confidences[k] ?? 0,
  }));
  return { transcript: { ...transcript, timing: "aligned", paragraphs: timed }, share, problem };
}
