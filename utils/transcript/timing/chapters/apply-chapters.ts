import type { Chapter, Transcript } from "../../model/transcript.ts";
import { interpolateTimeline, interpolateParagraphTimes, type TimeAnchor } from "../interpolate-times.ts";
import { findLongestAscending } from "../drop-unordered-times.ts";
import { collectTimeAnchors } from "../time-anchors.ts";
import { buildTimeline } from "../build-timeline.ts";
import { placeChapters } from "./place-chapters.ts";
import type { PublishedChapter } from "./parse-chapters.ts";

/** Times of its own are believed rather than a chapter that is further off, in seconds. */
const MAX_CHAPTER_OFFSET_SECONDS = 20;
/** Chapters pin a text when there are two of them at least, this far apart in seconds. */
const MIN_ANCHOR_SPAN_SECONDS = 60;

/**
 * Finds where the talk turns to each published chapter. A transcript without times gets them from there; one with
 * times of its own keeps them, and says where the chapters' are off. Chapters that contradict each other or fit
 * nowhere are kept with a note and pin nothing.
 */
export function applyChapters(transcript: Transcript, published: readonly PublishedChapter[]): Transcript {
  if (!published.length || !transcript.paragraphs.length) return transcript;
  const { paragraphs } = transcript;
  const row = buildTimeline(paragraphs);
  const unique = published.filter(
    ([seconds], k) => !published.slice(0, k).some(([before]) => before === seconds),
  );
  const inOrder = findLongestAscending(unique.map(([seconds]) => seconds));
  const kept = unique.filter((_, k) => inOrder.has(k));
  const hasTimes = transcript.timing !== "none";
  const times = hasTimes ? interpolateTimeline(row, collectTimeAnchors(paragraphs, row)) : null;
  const placed = placeChapters(row, kept, times);
  const pins = placed.flatMap(({ index, seconds }): TimeAnchor[] =>
    index === null ? [] : [[index, seconds]],
  );
  const isPinned = !hasTimes && (pins.at(-1)?.[1] ?? 0) - (pins[0]?.[1] ?? 0) >= MIN_ANCHOR_SPAN_SECONDS;
  const seconds = times ?? (isPinned ? interpolateTimeline(row, pins) : null);
  const chapters = unique.map(([at, title], k): Chapter => {
    const nowhere = { title, published: at, paragraph: null, offset: 0, seconds: null };
    if (!inOrder.has(k)) return { ...nowhere, note: "out-of-order" };
    const { index } = placed.find((chapter) => chapter.seconds === at)!;
    if (index === null) return { ...nowhere, note: "not-found" };
    const { paragraph, offset } = row[index]!;
    const own = seconds && Math.floor(seconds[index]!);
    const isOff = own !== null && Math.abs(own - at) > MAX_CHAPTER_OFFSET_SECONDS;
    return {
      title,
      published: at,
      paragraph,
      offset,
      seconds: own,
      ...(isPinned && { pins: true as const }),
      ...(isOff && { note: "off" as const }),
    };
  });
  if (!isPinned) return { ...transcript, chapters };
  return {
    ...transcript,
    chapters,
    timing: "estimated",
    paragraphs: interpolateParagraphTimes(paragraphs, row, pins),
  };
}
