import { lastSearch } from "./session.ts";
import { recentSearches } from "./settings.ts";

/** The popup restores the last search for this long. */
const LAST_SEARCH_TTL_MS = 5 * 60_000;
const MAX_RECENT_SEARCHES = 8;

/** Reads the last search; empty after five minutes. */
export async function readLastSearch(): Promise<string> {
  const last = await lastSearch.get();
  return last && Date.now() < last.until ? last.typed : "";
}

/** Saves the text in the search field, for the next popup. */
export const saveLastSearch = (typed: string): Promise<void> =>
  lastSearch.set({ typed, until: Date.now() + LAST_SEARCH_TTL_MS });

/** Adds a search that led to a result to the recent ones, the newest first. */
export function addRecentSearch(typed: string): Promise<string[]> {
  const query = typed.trim();
  return recentSearches.update((old) =>
    [query, ...old.filter((other) => other !== query)].slice(0, MAX_RECENT_SEARCHES),
  );
}
