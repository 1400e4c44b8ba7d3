import type { Chapter } from "../../model/transcript.ts";
import type { Timeline } from "../timeline/build-timeline.ts";
import { findLongestAscending } from "../../../shared/find-longest-ascending.ts";
import { toHundredths } from "../timeline/interpolate-times.ts";
import type { TimeAnchor } from "../timeline/time-anchor.ts";
import type { PublishedChapter } from "./parse-chapters.ts";
import { placeChapters } from "./place-chapters.ts";

/** A published time that differs more, in seconds, from the transcript's own gets a note. */
const MAX_CHAPTER_OFFSET_SECONDS = 20;
/** Chapters anchor a transcript only if the first and the last are this far apart, in seconds. */
const MIN_ANCHOR_SPAN_SECONDS = 60;

/** Chapters with their places in a transcript, and the anchors that they contribute to its timeline. */
export interface LocatedChapters {
  chapters: Chapter[];
  /** Empty for a transcript that has times, and for chapters too close together. */
  anchors: TimeAnchor[];
}

/**
 * Locates published chapters in a transcript. They anchor a transcript without times. With times, a note tells where a
 * chapter's published time differs. A chapter out of order or without a matching place has a note and no anchor.
 * @param known Start of each token in seconds, one more than there are tokens; null for a transcript without times.
 */
export function locateChapters(
  timeline: Timeline,
  published: readonly PublishedChapter[],
  known: Float64Array | null,
  language: string,
): LocatedChapters {
  const unique = published.filter(
    ([seconds], k) => !published.slice(0, k).some(([earlier]) => earlier === seconds),
  );
  const ordered = findLongestAscending(unique.map(([seconds]) => seconds));
  const placed = placeChapters(
    timeline,
    unique.filter((_, k) => ordered.has(k)),
    known,
    language,
  );
  const found = placed.flatMap(({ index, seconds }): TimeAnchor[] =>
    index === null ? [] : [{ index, seconds, kind: "chapter" }],
  );
  const span = (found.at(-1)?.seconds ?? 0) - (found[0]?.seconds ?? 0);
  const isAnchored = !known && span >= MIN_ANCHOR_SPAN_SECONDS;
  const chapters = unique.map(([seconds, title], k): Chapter => {
    const unplaced = { title, published: seconds, paragraph: null, offset: 0, seconds: null };
    if (!ordered.has(k)) return { ...unplaced, note: "out-of-order" };
    const { index } = placed.find((chapter) => chapter.seconds === seconds)!;
    if (index === null) return { ...unplaced, note: "not-found" };
    const { paragraph, offset } = timeline[index]!;
    const own = known ? Math.floor(toHundredths(known[index]!)) : isAnchored ? Math.floor(seconds) : null;
    const isOff = own !== null && Math.abs(own - seconds) > MAX_CHAPTER_OFFSET_SECONDS;
    return {
      title,
      published: seconds,
      paragraph,
      offset,
      seconds: own,
      ...(isAnchored && { pins: true as const }),
      ...(isOff && { note: "off" as const }),
    };
  });
  return { chapters, anchors: isAnchored ? found : [] };
}
