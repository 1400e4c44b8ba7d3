import { toFailure, type Result } from "../shared/result.ts";
import type { Transcript } from "../transcript/model/transcript.ts";
import type { CatalogEpisode, Show } from "./library-model.ts";
import { loadLibraryJson, loadTranscript } from "./library-files.ts";
import { memoizeResult } from "../shared/memoize-result.ts";

/** The episodes that ship. */
export const loadShippedCatalog = memoizeResult(() =>
  loadLibraryJson<CatalogEpisode[]>("catalog.json", Array.isArray),
);

/** The shows they belong to. */
export const loadShippedShows = memoizeResult(() => loadLibraryJson<Show[]>("shows.json", Array.isArray));

/** One transcript; the id is checked by asking for it in the catalog first. */
export async function loadShippedTranscript(episode: string): Promise<Result<Transcript>> {
  const catalog = await loadShippedCatalog();
  if (!catalog.ok) return catalog;
  if (!catalog.value.some(({ id }) => id === episode)) return toFailure("no-episode");
  return loadTranscript(episode);
}
