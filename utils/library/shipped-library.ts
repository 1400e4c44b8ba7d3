import { toFailure, type Result } from "../shared/result.ts";
import type { Transcript } from "../transcript/model/transcript.ts";
import type { CatalogEpisode, Show } from "./library-model.ts";
import { loadLibraryJson, loadTranscript, type LibraryFiles } from "./library-files.ts";
import { memoizeResult } from "../shared/memoize-result.ts";

/** The episodes that ship with the extension. Catalog and shows are read once. */
export interface ShippedLibrary {
  loadCatalog(): Promise<Result<CatalogEpisode[]>>;
  loadShows(): Promise<Result<Show[]>>;
  /** Loads the show notes of all episodes and the names in them, by episode. */
  loadNotes(): Promise<Result<{ [episode: string]: string }>>;
  /** Fails with "no-episode" for ids that are not in the catalog. */
  loadTranscript(episode: string): Promise<Result<Transcript>>;
}

/** Opens the shipped library; reads nothing before it is asked to. */
export function createShippedLibrary(files: LibraryFiles): ShippedLibrary {
  const loadCatalog = memoizeResult(() =>
    loadLibraryJson<CatalogEpisode[]>(files, "catalog.json", Array.isArray),
  );
  return {
    loadCatalog,
    loadShows: memoizeResult(() => loadLibraryJson<Show[]>(files, "shows.json", Array.isArray)),
    loadNotes: () =>
      loadLibraryJson(files, "notes.json", (notes) => typeof notes === "object" && notes !== null),
    async loadTranscript(episode) {
      const catalog = await loadCatalog();
      if (!catalog.ok) return catalog;
      if (!catalog.value.some(({ id }) => id === episode)) return toFailure("no-episode");
      return loadTranscript(files, episode);
    },
  };
}
