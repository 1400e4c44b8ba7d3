/** Something with a date of publication or else of recording, as YYYY-MM-DD. */
export interface DatedItem {
  published: string | null;
  recorded?: string;
  /** When the reader added it: an ISO date with time. */
  added?: string;
}

/**
 * Sorts items of the reader's own by the time they were added, and all others after them by date; the newest first.
 * Items without a date come last, in their order.
 */
export function sortNewestFirst<T extends DatedItem>(items: readonly T[]): T[] {
  const getDate = ({ published, recorded }: DatedItem) => published ?? recorded ?? "";
  const compare = (a: string, b: string) => Number(a < b) - Number(a > b);
  return items.toSorted((a, b) => compare(a.added ?? "", b.added ?? "") || compare(getDate(a), getDate(b)));
}
