import { done, failed, type Result } from "../result.ts";
import { passagesOf } from "../search/passages.ts";
import { searcherOver, type Searcher } from "../search/search.ts";
import { sturdy } from "../search/sturdy.ts";
import { packSegment } from "../search/segment/pack.ts";
import { openSegment } from "../search/segment/segment.ts";
import type { Cue, Transcript } from "../transcript/model.ts";
import { alignTranscript } from "../transcript/timing/align/align.ts";
import type { CatalogEpisode, Show } from "./facts.ts";
import { jsonFile, transcriptFile } from "./files.ts";
import { fileSlices } from "./slices.ts";

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

/** The search over all episodes that ship. Where its index is broken or of another version it is built anew. */
export const shippedSearcher = kept(async (): Promise<Result<Searcher>> => {
  const read = await fileSlices("search.bin");
  const segment = read.ok ? await openSegment(read.value) : null;
  return segment ? done(sturdy(searcherOver(segment), rebuilt)) : rebuilt();
});

/** The index from the transcripts themselves; those that can't be read are left out. */
const rebuilt = kept(async (): Promise<Result<Searcher>> => {
  const catalog = await shippedCatalog();
  if (!catalog.ok) return catalog;
  const files = await Promise.all(catalog.value.map(({ id }) => transcriptFile(id)));
  const passages = files.flatMap((file) => (file.ok ? passagesOf(file.value) : []));
  if (!passages.length) return failed("library-broken");
  const bytes = packSegment(passages);
  const segment = await openSegment(async (from, to) => bytes.subarray(from, to));
  return segment ? done(searcherOver(segment)) : failed("library-broken");
});
