import { clock } from "../../clock.ts";
import type { Chapter, Transcript } from "../../model.ts";
import { secondsOfRow, withTimes, type Point } from "../lay.ts";
import { longestAscending } from "../order.ts";
import { pointsOf } from "../points.ts";
import { rowOf } from "../row.ts";
import { placeChapters } from "./place.ts";
import type { PublishedChapter } from "./read.ts";

/** Times of its own are believed rather than a chapter that is further off, in seconds. */
const NEAR_SECONDS = 20;
/** Chapters pin a text when there are two of them at least, this far apart in seconds. */
const LEAST_SECONDS = 60;

/**
 * Finds where the talk turns to each published chapter. A transcript without times gets them from there; one with
 * times of its own keeps them, and says where the chapters' are off. Chapters that contradict each other or fit
 * nowhere are kept with a note and pin nothing.
 */
export function withChapters(transcript: Transcript, published: readonly PublishedChapter[]): Transcript {
  if (!published.length || !transcript.paragraphs.length) return transcript;
  const { paragraphs } = transcript;
  const row = rowOf(paragraphs);
  const unique = published.filter(
    ([seconds], k) => !published.slice(0, k).some(([before]) => before === seconds),
  );
  const inOrder = longestAscending(unique.map(([seconds]) => seconds));
  const kept = unique.filter((_, k) => inOrder.has(k));
  const hasTimes = transcript.timing !== "none";
  const times = hasTimes ? secondsOfRow(row, pointsOf(paragraphs, row)) : null;
  const placed = placeChapters(row, kept, times);
  const pins = placed.flatMap(({ index, seconds }): Point[] => (index === null ? [] : [[index, seconds]]));
  const isPinned = !hasTimes && (pins.at(-1)?.[1] ?? 0) - (pins[0]?.[1] ?? 0) >= LEAST_SECONDS;
  const seconds = times ?? (isPinned ? secondsOfRow(row, pins) : null);
  const chapters = unique.map(([at, title], k): Chapter => {
    const nowhere = { title, published: at, paragraph: null, offset: 0, seconds: null };
    if (!inOrder.has(k)) return { ...nowhere, note: "Its time contradicts the order of the chapters." };
    const { index } = placed.find((chapter) => chapter.seconds === at)!;
    if (index === null) return { ...nowhere, note: "The talk turns to it nowhere near its time." };
    const { paragraph, offset } = row[index]!;
    const own = seconds && Math.floor(seconds[index]!);
    const isOff = own !== null && Math.abs(own - at) > NEAR_SECONDS;
    return {
      title,
      published: at,
      paragraph,
      offset,
      seconds: own,
      ...(isPinned && { pins: true as const }),
      ...(isOff && { note: `Published as ${clock(at)}; the talk turns to it at ${clock(own)}.` }),
    };
  });
  if (!isPinned) return { ...transcript, chapters };
  return { ...transcript, chapters, timing: "estimated", paragraphs: withTimes(paragraphs, row, pins) };
}
