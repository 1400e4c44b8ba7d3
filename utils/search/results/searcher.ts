import type { Timing } from "../../transcript/model/transcript.ts";
import type { MatchOptions } from "../index/query/term-variants.ts";
import type { FilterableEpisode } from "../query/search-filters.ts";
import type { Offsets } from "../text/find-matches.ts";

/** A passage that matches a query. */
export interface SearchResult {
  episode: string;
  /** Indexes of the passage's first and last paragraph in its transcript. */
  paragraphs: [first: number, last: number];
  /** Media time of the first match; null if the episode has no times. */
  seconds: number | null;
  timing: Timing;
  /** Speaker of the first match; null if unknown. */
  speaker: string | null;
  text: string;
  /** Offsets of the matches in the text, ascending and disjoint. */
  matches: Offsets[];
  score: number;
  /** Position in the episode, from 0 to 1, counted in passages. */
  progress: number;
  /** Title of the passage's chapter. */
  chapter?: string;
  /** For a quoted sentence: words in its range that differ from it, ascending. */
  differences?: Offsets[];
  /** Matches by sound only. */
  soundsLike?: true;
  /** The recogniser's wording of the first match, if it was corrected. */
  heard?: string;
  /** Part of an ad, an intro or an outro. */
  boilerplate?: true;
}

/** The answer to a query. */
export interface SearchResponse {
  /** Best first, at most `limit`. */
  results: SearchResult[];
  /** Number of matching passages. */
  total: number;
  /** No passage has all words; the results have some of them. */
  partial: boolean;
  /** The query is a sentence, and the results resemble it most. */
  nearest?: true;
  /** Number of further matches in ads, intros and outros, unless the search includes them. */
  boilerplateCount: number;
}

/** Options of a search. */
export interface SearchOptions {
  /** Most results to return; all by default. */
  limit?: number;
  /** Also returns ads, intros and outros. */
  includeBoilerplate?: boolean;
  /** Lists results of this episode first. */
  preferredEpisode?: string | null;
  /** Facts of the episodes. Filters match only episodes listed here. */
  episodes?: readonly FilterableEpisode[];
  /** Overrides of the shipped match options; benchmarks and tests use them. */
  match?: Partial<MatchOptions>;
}

/** Searches a library. */
export interface Searcher {
  /** Preloads data for the next searches. Call it in idle time; it rejects like `search`. */
  warm(): Promise<void>;
  /** Rejects with `SearchError` if the index cannot be read; no input is invalid. */
  search(typed: string, options?: SearchOptions): Promise<SearchResponse>;
}

/** The index could not be read: it is damaged, or its file is gone. The `cause` is the original error. */
export class SearchError extends Error {
  override name = "SearchError";
}

/** The answer to an empty query. */
export const EMPTY_RESPONSE: SearchResponse = {
  results: [],
  total: 0,
  partial: false,
  boilerplateCount: 0,
};
