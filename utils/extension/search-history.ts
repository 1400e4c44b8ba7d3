import { lastSearch } from "./session.ts";
import { recentSearches } from "./settings.ts";

/** The last search is there again for so long, in milliseconds; most earlier ones that are kept. */
const [LAST_SEARCH_TTL_MS, MAX_RECENT_SEARCHES] = [5 * 60_000, 8];

/** What was typed last, if that was not long ago. */
export async function readLastSearch(): Promise<string> {
  const last = await lastSearch.get();
  return last && Date.now() < last.until ? last.typed : "";
}

/** Keeps what is typed, for the next time the popup opens. */
export const saveLastSearch = (typed: string): Promise<void> =>
  lastSearch.set({ typed, until: Date.now() + LAST_SEARCH_TTL_MS });

/** Keeps a search that led somewhere, the newest first. */
export function addRecentSearch(typed: string): Promise<string[]> {
  const words = typed.trim();
  return recentSearches.update((old) =>
    [words, ...old.filter((each) => each !== words)].slice(0, MAX_RECENT_SEARCHES),
  );
}
