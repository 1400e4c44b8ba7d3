import type { LibraryEpisode } from "../../utils/library/library-model.ts";
import { sortNewestFirst } from "../../utils/shared/sort-newest-first.ts";

/** Orders of the list. By show, each show has a heading. */
export type EpisodeOrder = "newest" | "title" | "show" | "length";

/** One row of the list. */
export interface ListedEpisode {
  episode: LibraryEpisode;
  /** The show that begins with this row; null for all other rows. */
  heading: { show: string; count: number } | null;
}

/** Turns episodes into rows, in the order they are in. */
export const toRows = (episodes: readonly LibraryEpisode[]): ListedEpisode[] =>
  episodes.map((episode) => ({ episode, heading: null }));

/**
 * Sorts episodes into rows. The newest comes first among equals.
 * @param language BCP 47 tag, for the order of letters.
 */
export function sortRows(
  episodes: readonly LibraryEpisode[],
  order: EpisodeOrder,
  language: string,
): ListedEpisode[] {
  const newest = sortNewestFirst(episodes);
  if (order === "newest") return toRows(newest);
  if (order === "length")
    return toRows(newest.toSorted((a, b) => (b.durationSeconds ?? 0) - (a.durationSeconds ?? 0)));
  const { compare } = new Intl.Collator(language, { numeric: true });
  if (order === "title") return toRows(newest.toSorted((a, b) => compare(a.title, b.title)));
  const groups = [...Map.groupBy(newest, ({ show }) => show)].toSorted(([a], [b]) => compare(a, b));
  return groups.flatMap(([show, own]) =>
    own.map((episode, i) => ({ episode, heading: i ? null : { show, count: own.length } })),
  );
}
