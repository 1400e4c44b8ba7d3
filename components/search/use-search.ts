import { useLayoutEffect, useState } from "preact/hooks";
import type { FilterableEpisode } from "../../utils/search/query/search-filters.ts";
import type { SearchResponse, Searcher } from "../../utils/search/results/searcher.ts";

/** Searches as the reader types; the answer to what was typed before stands until the next one is there. */
export function useSearch(
  searcher: Searcher | null,
  typed: string,
  limit: number,
  withAsides: boolean,
  first: string | null,
  episodes: readonly FilterableEpisode[],
): SearchResponse | null {
  const [answer, setAnswer] = useState<SearchResponse | null>(null);
  useLayoutEffect(() => {
    if (!searcher) return undefined;
    let stale = false;
    const ask = async () => {
      const next = await searcher.search(typed, {
        limit,
        includeBoilerplate: withAsides,
        preferredEpisode: first,
        episodes,
      });
      if (!stale) setAnswer(next);
      // What breaks on the way breaks the next search as well, which then says so.
      requestIdleCallback(() => void searcher.warm().catch(() => null));
    };
    void ask();
    return () => {
      stale = true;
    };
  }, [searcher, typed, limit, withAsides, first, episodes]);
  return answer;
}
