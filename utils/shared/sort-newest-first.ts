/** Something with a date of publication or else of recording, as YYYY-MM-DD. */
export interface DatedItem {
  published: string | null;
  recorded?: string;
}

/** Sorts by date, the newest first; items without a date come last, in their order. */
export function sortNewestFirst<T extends DatedItem>(items: readonly T[]): T[] {
  const getDate = ({ published, recorded }: DatedItem) => published ?? recorded ?? "";
  return items.toSorted((a, b) => Number(getDate(a) < getDate(b)) - Number(getDate(a) > getDate(b)));
}
