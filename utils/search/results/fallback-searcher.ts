import { SearchError, type Searcher } from "./searcher.ts";

/**
 * Searches with `first` until one of its reads fails, then with the searcher that `rebuild` provides. A search that
 * failed is repeated there.
 * @param rebuild Called for every search after the failure; memoize it.
 * @returns A searcher whose `search` rejects with `SearchError` if rebuilding fails.
 */
export function createFallbackSearcher(
  first: Searcher,
  rebuild: () => Promise<{ ok: true; value: Searcher } | { ok: false }>,
): Searcher {
  let isBroken = false;
  const searchRebuilt: Searcher["search"] = async (typed, options) => {
    const rebuilt = await rebuild();
    if (!rebuilt.ok) throw new SearchError("The search index is broken and could not be rebuilt.");
    return rebuilt.value.search(typed, options);
  };
  return {
    warm: () => first.warm(),
    search: async (typed, options) => {
      if (isBroken) return searchRebuilt(typed, options);
      try {
        return await first.search(typed, options);
      } catch {
        isBroken = true;
        return searchRebuilt(typed, options);
      }
    },
  };
}
