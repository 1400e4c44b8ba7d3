import type { CatalogEpisode } from "../../utils/library/library-model.ts";
import type { EpisodeMoments } from "../../utils/search/results/group-moments.ts";
import type { SearchResponse } from "../../utils/search/results/searcher.ts";

/** The answer to the query, as far as it is shown. */
export interface ShownAnswer {
  groups: EpisodeMoments[];
  /** Moments among the passages that were read. */
  momentCount: number;
  shownCount: number;
  /** Moments found, or passages where not all of them were read. */
  totalCount: number;
  hasMore: boolean;
  response: SearchResponse;
}

/** Episodes to list, and how many there are in all. */
export interface ShownEpisodes {
  episodes: CatalogEpisode[];
  totalCount: number;
}
