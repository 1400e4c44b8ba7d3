import type { Paragraph } from "../model/transcript.ts";
import type { TextPosition } from "../model/text-position.ts";
import type { TimeAnchor } from "./interpolate-times.ts";
import type { TimedToken } from "./build-timeline.ts";

/** The times that paragraphs have, as points of their row: each at the first word that begins there or behind it. */
export function collectTimeAnchors(
  paragraphs: readonly Paragraph[],
  row: readonly TimedToken[],
): TimeAnchor[] {
  const points: TimeAnchor[] = [];
  let i = 0;
  for (const [paragraph, { times }] of paragraphs.entries())
    for (const [offset, seconds] of times) {
      const isBefore = (word: TimedToken) =>
        word.paragraph < paragraph || (word.paragraph === paragraph && word.offset < offset);
      while (i < row.length && isBefore(row[i]!)) i++;
      if (i < row.length && points.at(-1)?.[0] !== i) points.push([i, seconds]);
    }
  return points;
}

/** Index of the first word of a row that begins at a place or behind it; the row's length for none. */
export function findTokenIndex(row: readonly TimedToken[], { paragraph, offset }: TextPosition): number {
  const index = row.findIndex(
    (word) => word.paragraph > paragraph || (word.paragraph === paragraph && word.offset >= offset),
  );
  return index < 0 ? row.length : index;
}
