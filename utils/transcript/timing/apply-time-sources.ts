import type { Cue, Transcript } from "../model/transcript.ts";
import { alignCaptions } from "./align/align-captions.ts";
import { buildTimeline } from "./timeline/build-timeline.ts";
import { locateChapters } from "./chapters/locate-chapters.ts";
import type { PublishedChapter } from "./chapters/parse-chapters.ts";
import { fitAnchors } from "./fit-duration.ts";
import { interpolateTimes, writeTimes } from "./timeline/interpolate-times.ts";
import { collectAnchors, type TimeAnchor } from "./timeline/time-anchor.ts";

/** What is known about the times of a transcript besides its own. */
export interface TimeSources {
  /** Timed captions of the same recording. */
  captions?: readonly Cue[] | undefined;
  /** Chapters as the show publishes them. */
  chapters?: readonly PublishedChapter[];
  /** Duration of the recording in seconds; null if unknown. */
  durationSeconds?: number | null;
}

/**
 * Gives a cleaned transcript the best times its sources allow. The token sequence is built once, the sources contribute
 * anchors to it in order of precision, and one interpolation at the end times all tokens:
 * 1. The transcript's own times. Captions replace them unless they are exact.
 * 2. Chapters anchor a transcript without times; otherwise they are only located in it.
 * 3. The duration sets the end of a transcript that has no times, or only those of chapters.
 * @param ownKind Kind of the times in the paragraphs.
 */
export function applyTimeSources(
  transcript: Transcript,
  { captions, chapters: published = [], durationSeconds = null }: TimeSources,
  ownKind: "source" | "minute-mark" = "source",
): Transcript {
  let { timing, paragraphs } = transcript;
  const { language } = transcript;
  const timeline = buildTimeline(paragraphs, language);
  let anchors: readonly TimeAnchor[] = timing === "none" ? [] : collectAnchors(paragraphs, timeline, ownKind);

  const alignment = captions ? alignCaptions(timeline, captions, { timing, language }) : null;
  if (alignment?.problem === null) {
    const { confidences } = alignment;
    [timing, anchors] = ["aligned", alignment.anchors];
    paragraphs = paragraphs.map((paragraph, k) => ({ ...paragraph, confidence: confidences[k] ?? 0 }));
  }

  // Anchors that come later replace none of these: known times are final.
  const known = timing === "none" ? null : interpolateTimes(timeline, anchors);
  const located =
    published.length && paragraphs.length ? locateChapters(timeline, published, known, language) : null;
  if (located?.anchors.length) [timing, anchors] = ["estimated", located.anchors];

  const fitted = known || durationSeconds === null ? null : fitAnchors(timeline, anchors, durationSeconds);
  if (fitted) [timing, anchors] = ["estimated", fitted];

  return {
    ...transcript,
    timing,
    paragraphs:
      timing === "none"
        ? paragraphs
        : writeTimes(paragraphs, timeline, anchors, known ?? interpolateTimes(timeline, anchors)),
    ...(located && { chapters: located.chapters }),
    ...(alignment?.problem && { remarks: [alignment.problem] }),
  };
}
