import { toFailure, type Result } from "../result.ts";
import type { Transcript } from "../transcript/model.ts";
import type { CatalogEpisode, Show } from "./facts.ts";
import { loadLibraryJson, loadTranscript } from "./files.ts";
import { memoizeResult } from "./kept.ts";

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
