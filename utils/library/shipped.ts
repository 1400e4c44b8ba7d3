import { done, failed, type Result } from "../result.ts";
import { searcher, type Searcher } from "../search/search.ts";
import type { Cue, Transcript } from "../transcript/model.ts";
import { alignTranscript } from "../transcript/timing/align/align.ts";
import type { CatalogEpisode, Show } from "./facts.ts";
import { bytesFile, jsonFile, transcriptFile } from "./files.ts";

/** Reads a file until it could be read, then keeps it: pages ask at every change, and files never do. */
function kept<T>(read: () => Promise<Result<T>>): () => Promise<Result<T>> {
  let last: Result<T> | null = null;
  return async () => (last?.ok ? last : (last = await read()));
}

/** The episodes that ship. */
export const shippedCatalog = kept(() => jsonFile<CatalogEpisode[]>("catalog.json", Array.isArray));

/** The shows they belong to. */
export const shippedShows = kept(() => jsonFile<Show[]>("shows.json", Array.isArray));

/** One transcript; the id is checked by asking for it in the catalog first. */
export async function shippedTranscript(episode: string): Promise<Result<Transcript>> {
  const catalog = await shippedCatalog();
  if (!catalog.ok) return catalog;
  if (!catalog.value.some(({ id }) => id === episode)) return failed("no-episode");
  return transcriptFile(episode);
}

/** One transcript with the times of captions that its page offers; as it ships where they are of another talk. */
export async function alignedTranscript(
  episode: string,
  captions: readonly Cue[],
): Promise<Result<Transcript>> {
  const shipped = await shippedTranscript(episode);
  return shipped.ok ? done(alignTranscript(shipped.value, captions).transcript) : shipped;
}

/** The search over all episodes that ship. */
export const shippedSearcher = kept(async (): Promise<Result<Searcher>> => {
  const file = await bytesFile("search.bin");
  if (!file.ok) return file;
  const ready = await searcher(async (from, to) => file.value.subarray(from, to));
  return ready ? done(ready) : failed("library-broken");
});
