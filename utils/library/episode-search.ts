import {
  createCatalogIndex,
  searchCatalog,
  suggestFilterValues,
  type FilterCompletion,
} from "./catalog-search.ts";
import type { CatalogEpisode } from "./library-model.ts";
import { runWhenIdle } from "./run-when-idle.ts";
import type { ShippedLibrary } from "./shipped-library.ts";

/** The search over a catalog's episodes, answering while its index is still being built. */
export interface EpisodeSearch {
  /** Ids of the episodes that match a query, best first. */
  search: (query: string) => string[];
  /** Values for the filter at the end of a query. */
  suggest: (query: string) => FilterCompletion[];
  /** Resolves when every episode is indexed; answers are ranked throughout from then on. */
  ready: Promise<void>;
}

/**
 * Loads the show notes of a catalog's episodes and indexes both in idle time.
 * @param languages BCP 47 tags of the languages in which months are found by name.
 */
export async function openEpisodeSearch(
  library: Pick<ShippedLibrary, "loadNotes">,
  catalog: readonly CatalogEpisode[],
  languages: readonly string[],
  signal: AbortSignal,
): Promise<EpisodeSearch> {
  const notes = await library.loadNotes();
  const getNotes = (id: string) => (notes.ok ? notes.value[id] : undefined) ?? "";
  const index = createCatalogIndex(
    catalog.map((episode) => ({ ...episode, notes: getNotes(episode.id) })),
    languages,
  );
  return {
    search: (query) => searchCatalog(index, query).map(({ id }) => id),
    suggest: (query) => suggestFilterValues(index, query),
    ready: runWhenIdle(index.indexBatch, signal),
  };
}
