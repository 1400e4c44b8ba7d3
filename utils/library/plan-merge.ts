/** What planning needs to know of a segment. */
export interface SegmentSize {
  id: number;
  /** Episodes, deleted ones included. */
  count: number;
  deleted: number;
}

/** Up to this number of segments a query takes hardly longer than over one. */
const MAX_SEGMENTS = 12;
/** A segment is merged as well if it is smaller than this many times the smaller ones together. */
const GROWTH = 2;
/** A segment is written again when this share of its episodes is deleted: their texts are read whenever it is opened. */
const MAX_DELETED_SHARE = 0.1;

/**
 * Plans the next merge of search segments. The sizes of the segments that remain grow geometrically, so that an episode
 * is rewritten a logarithmic number of times.
 * @returns Ids of the segments to merge into one, or of a single one to write without its deleted episodes; null if
 *   nothing needs to be done.
 */
export function planMerge(segments: readonly SegmentSize[]): number[] | null {
  if (segments.length > MAX_SEGMENTS) return planGrowth(segments);
  const worn = segments.find(({ count, deleted }) => deleted > count * MAX_DELETED_SHARE);
  return worn ? [worn.id] : null;
}

function planGrowth(segments: readonly SegmentSize[]): number[] {
  const ascending = segments.toSorted((a, b) => countRemaining(a) - countRemaining(b));
  let end = 2;
  let sum = 0;
  for (const [i, segment] of ascending.entries()) {
    if (i > 0 && countRemaining(segment) < GROWTH * sum) end = Math.max(end, i + 1);
    sum += countRemaining(segment);
  }
  return ascending.slice(0, end).map(({ id }) => id);
}

const countRemaining = ({ count, deleted }: SegmentSize): number => count - deleted;
