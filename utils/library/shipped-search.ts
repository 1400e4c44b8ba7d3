import { browser } from "wxt/browser";
import { toSuccess, toFailure, type Result } from "../result.ts";
import { indexOf, putIndex } from "../saved/indexes.ts";
import { createSearcher, type Searcher } from "../search/search.ts";
import { createFallbackSearcher } from "../search/sturdy.ts";
import { createSliceReader } from "../search/segment/build.ts";
import { encodeText } from "../search/segment/bytes.ts";
import { computeChecksum } from "../search/segment/kernel/checksum.ts";
import { SEGMENT_VERSION } from "../search/segment/preamble.ts";
import { openSegment, type Segment } from "../search/segment/segment.ts";
import type { Correction } from "../transcript/corrections.ts";
import { buildShipped } from "./building.ts";
import { withReaders } from "./corrected.ts";
import { transcriptFile } from "./files.ts";
import { kept } from "./kept.ts";
import { shippedCatalog } from "./shipped.ts";
import { fileSlices } from "./slices.ts";

/** The index of all episodes that ship. Where it is broken or of another version it is built anew. */
export const shippedIndex = kept(async (): Promise<Result<Segment>> => {
  const read = await fileSlices("search.bin");
  const segment = read.ok ? await openSegment(read.value) : null;
  return segment ? toSuccess(segment) : rebuilt();
});

/** The search over all episodes that ship, as a reader has corrected them; one is kept, for the same corrections. */
export function shippedSearcher(corrections: readonly Correction[] = []): Promise<Result<Searcher>> {
  const key = JSON.stringify(corrections);
  if (last?.key !== key) last = { key, search: kept(() => searcherFrom(SOURCES, corrections)) };
  return last.search();
}

let last: { key: string; search: () => Promise<Result<Searcher>> } | null = null;

/** Gives way to the next source where what it reads turns out to be broken, now or later. */
async function searcherFrom(
  [source, ...others]: readonly (() => Promise<Result<Segment>>)[],
  corrections: readonly Correction[],
): Promise<Result<Searcher>> {
  const next = kept(() => searcherFrom(others, corrections));
  const index = source ? await source() : toFailure("library-broken");
  if (!index.ok) return index;
  const isLast = !others.length;
  // Without the corrections there is still something to be found.
  const segment = await corrected(index.value, corrections).catch(() => (isLast ? index.value : null));
  if (!segment) return next();
  return toSuccess(isLast ? createSearcher(segment) : createFallbackSearcher(createSearcher(segment), next));
}

async function corrected(index: Segment, corrections: readonly Correction[]): Promise<Segment> {
  const catalog = corrections.length ? await shippedCatalog() : toSuccess([]);
  return withReaders(index, corrections, catalog.ok ? catalog.value : [], async (episode) => {
    const transcript = await transcriptFile(episode);
    return transcript.ok ? transcript.value : null;
  });
}

type Told = (share: number) => void;
const told = new Set<Told>();

/** Tells of an index that is being built: the share of the work that is done, from 0 to 1. Gives what ends that. */
export function watchBuilding(tell: Told): () => void {
  told.add(tell);
  return () => told.delete(tell);
}

/** The index from the transcripts themselves, as it was built before if that can be; it is kept for the next time. */
const rebuilt = kept(async (): Promise<Result<Segment>> => {
  const stamp = await stampOfLibrary();
  if (!stamp.ok) return stamp;
  // Where the browser keeps nothing it is built every time.
  const before = await indexOf(SHIPPED, stamp.value).catch(() => null);
  const segment = before && (await openSegment(createSliceReader(before)));
  return segment ? toSuccess(segment) : built();
});

const SHIPPED = "shipped";

/** What an index was built of: the extension and all that it knows of the episodes. */
async function stampOfLibrary(): Promise<Result<string>> {
  const catalog = await shippedCatalog();
  if (!catalog.ok) return catalog;
  const { version } = browser.runtime.getManifest();
  return toSuccess(
    [version, SEGMENT_VERSION, computeChecksum(encodeText(JSON.stringify(catalog.value)))].join(" "),
  );
}

const built = kept(async (): Promise<Result<Segment>> => {
  const [catalog, stamp] = await Promise.all([shippedCatalog(), stampOfLibrary()]);
  if (!catalog.ok) return catalog;
  if (!stamp.ok) return stamp;
  const tell = (share: number) => told.forEach((each) => each(share));
  const fresh = await buildShipped(
    catalog.value.map(({ id }) => id),
    tell,
  ).catch((error: unknown) => {
    console.warn("Earmark could not build its index:", error);
    return null;
  });
  tell(1);
  const segment = fresh && (await openSegment(createSliceReader(fresh)));
  if (!segment) return toFailure("library-broken");
  await putIndex(SHIPPED, stamp.value, fresh).catch(() => null);
  return toSuccess(segment);
});

/** Where the index is had from, one after the other. */
const SOURCES = [shippedIndex, rebuilt, built];
