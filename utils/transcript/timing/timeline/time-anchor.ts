import type { Paragraph } from "../../model/transcript.ts";
import type { TextPosition } from "../../model/text-position.ts";
import type { TimedToken, Timeline } from "./build-timeline.ts";

/**
 * Where the time of an anchor comes from:
 * - `source`: the transcript's own time of a line or word
 * - `minute-mark`: a mark such as "[00:12:00]" in the text, possibly with recovered digits
 * - `caption`: the start of a caption that has the same words
 * - `caption-word`: a word inside such a caption; its time is interpolated and not written into the transcript
 * - `chapter`: a published chapter
 * - `duration`: the start or end of the recording
 */
export type TimeAnchorKind = "source" | "minute-mark" | "caption" | "caption-word" | "chapter" | "duration";

/** A token of a timeline whose time is known. */
export interface TimeAnchor {
  /** Index in the timeline; its length marks the end of the recording. */
  index: number;
  /** Seconds from the start of the recording. */
  seconds: number;
  kind: TimeAnchorKind;
}

/** Turns the times of paragraphs into anchors, each at the first token at or after the time's place. */
export function collectAnchors(
  paragraphs: readonly Paragraph[],
  timeline: Timeline,
  kind: TimeAnchorKind = "source",
): TimeAnchor[] {
  const anchors: TimeAnchor[] = [];
  let index = 0;
  for (const [paragraph, { times }] of paragraphs.entries())
    for (const [offset, seconds] of times) {
      while (index < timeline.length && isBefore(timeline[index]!, { paragraph, offset })) index++;
      if (index < timeline.length && anchors.at(-1)?.index !== index) anchors.push({ index, seconds, kind });
    }
  return anchors;
}

/** Index of the first token at or after a position; the timeline's length if there is none. */
export function findTokenIndex(timeline: Timeline, position: TextPosition): number {
  const index = timeline.findIndex((token) => !isBefore(token, position));
  return index < 0 ? timeline.length : index;
}

const isBefore = (token: TimedToken, { paragraph, offset }: TextPosition): boolean =>
  token.paragraph < paragraph || (token.paragraph === paragraph && token.offset < offset);
