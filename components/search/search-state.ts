import { signal } from "@preact/signals";
import type { CurrentTab } from "../../utils/extension/current-tab.ts";
import type { EpisodeSearch } from "../../utils/library/episode-search.ts";
import type { CatalogEpisode } from "../../utils/library/library-model.ts";
import type { QuoteFormat } from "../../utils/quote/formats/quote-formats.ts";
import type { SearchResponse, Searcher } from "../../utils/search/results/searcher.ts";
import type { Failure, Result } from "../../utils/shared/result.ts";
import type { SearchPorts } from "./search-ports.ts";

/** Moments shown at first, and how many more each time. */
export const PAGE_SIZE = 10;
/** How many more episodes are listed each time. */
export const EPISODE_PAGE_SIZE = 20;

/** The outcome of an action, to be announced. */
export type SearchOutcome = "quoteCopied" | "linkCopied" | "quoteSaved" | "copyRefused" | Failure;

/** The signals of a search model. */
export type SearchState = ReturnType<typeof createSearchState>;

/** Creates the signals of a search model, all of them writable. */
export function createSearchState(initialQuery: string) {
  const episodeSearch = signal<EpisodeSearch | null>(null);
  /** The catalog whose search is loaded, or being loaded. */
  let loadedCatalog: readonly CatalogEpisode[] | null = null;
  return {
    query: signal(initialQuery),
    catalogResult: signal<Result<CatalogEpisode[]> | null>(null),
    searcherResult: signal<Result<Searcher> | null>(null),
    response: signal<SearchResponse | null>(null),
    hasFailed: signal(false),
    momentLimit: signal(PAGE_SIZE),
    moreEpisodes: signal(0),
    includesBoilerplate: signal(false),
    isCurrentFirst: signal(true),
    building: signal<number | null>(null),
    tab: signal<CurrentTab | null>(null),
    recentSearches: signal<readonly string[]>([]),
    defaultFormat: signal<QuoteFormat | null>(null),
    outcome: signal<{ outcome: SearchOutcome } | null>(null),
    episodeSearch,
    /** Opens the search over a catalog, unless that is the one already searched. */
    loadEpisodeSearch(ports: SearchPorts, catalog: readonly CatalogEpisode[], until: AbortSignal) {
      if (loadedCatalog === catalog) return;
      loadedCatalog = catalog;
      ports.scheduleIdle(async () => {
        const loaded = await ports.loadEpisodeSearch(catalog, until).catch(() => null);
        if (loadedCatalog !== catalog) return;
        if (!loaded) loadedCatalog = null;
        episodeSearch.value = loaded;
        await loaded?.ready;
        // The complete index ranks what was only scanned before.
        if (loaded && loadedCatalog === catalog) episodeSearch.value = { ...loaded };
      });
    },
  };
}
