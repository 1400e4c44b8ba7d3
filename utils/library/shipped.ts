import { toFailure, type Result } from "../result.ts";
import type { Transcript } from "../transcript/model.ts";
import type { CatalogEpisode, Show } from "./facts.ts";
import { jsonFile, transcriptFile } from "./files.ts";
import { kept } from "./kept.ts";

/** The episodes that ship. */
export const shippedCatalog = kept(() => jsonFile<CatalogEpisode[]>("catalog.json", Array.isArray));

/** The shows they belong to. */
export const shippedShows = kept(() => jsonFile<Show[]>("shows.json", Array.isArray));

/** One transcript; the id is checked by asking for it in the catalog first. */
export async function shippedTranscript(episode: string): Promise<Result<Transcript>> {
  const catalog = await shippedCatalog();
  if (!catalog.ok) return catalog;
  if (!catalog.value.some(({ id }) => id === episode)) return toFailure("no-episode");
  return transcriptFile(episode);
}
