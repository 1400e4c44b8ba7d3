import type { CurrentTab } from "../../utils/extension/current-tab.ts";
import type { EpisodeSearch } from "../../utils/library/episode-search.ts";
import type { CatalogEpisode } from "../../utils/library/library-model.ts";
import type { QuoteFormat } from "../../utils/quote/formats/quote-formats.ts";
import type { SearchResult, Searcher } from "../../utils/search/results/searcher.ts";
import type { Result } from "../../utils/shared/result.ts";

/** What the search needs of the browser, the library and the settings. */
export interface SearchPorts {
  loadCatalog: () => Promise<Result<CatalogEpisode[]>>;
  /** Opens the search over transcripts, with the reader's corrections. */
  loadSearcher: () => Promise<Result<Searcher>>;
  /** Calls back when the reader's episodes or corrections have changed. */
  watchLibrary: (onChange: () => void, signal: AbortSignal) => void;
  /** Reports the progress of an index that is being rebuilt, from 0 to 1. */
  watchIndexBuild: (onProgress: (share: number) => void, signal: AbortSignal) => void;
  /** Loads the search over episodes; called once something else has been shown. */
  loadEpisodeSearch: (catalog: readonly CatalogEpisode[], signal: AbortSignal) => Promise<EpisodeSearch>;
  /** Runs a task in the browser's idle time. */
  scheduleIdle: (task: () => void) => void;
  /** Finds out what the current tab is; null where there is none, as on the library page. */
  resolveTab: (() => Promise<CurrentTab>) | null;
  /** Asks for access to hosts. */
  requestAccess: (hosts: string[]) => Promise<boolean>;
  readRecentSearches: () => Promise<string[]>;
  addRecentSearch: (query: string) => Promise<string[]>;
  clearRecentSearches: () => Promise<void>;
  /** Stores the query for the next time the popup opens. */
  saveLastSearch: (query: string) => Promise<void>;
  readDefaultFormat: () => Promise<QuoteFormat>;
  openResult: (result: SearchResult, newTab: boolean) => Promise<Result<null>>;
  openEpisode: (episode: CatalogEpisode, newTab: boolean) => Promise<Result<null>>;
  /**
   * Copies a result as a quote, in the default format without another.
   * @returns False where the browser refused.
   */
  copyQuote: (result: SearchResult, format?: QuoteFormat) => Promise<boolean>;
  /** @returns False where the browser refused. */
  copyLink: (result: SearchResult) => Promise<boolean>;
  saveQuote: (result: SearchResult) => Promise<Result<null>>;
  /** Address of the library page with a query, which may be empty. */
  getLibraryUrl: (query: string) => string;
  quotesPageUrl: string;
}
