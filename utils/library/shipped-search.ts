import { browser } from "wxt/browser";
import { toSuccess, toFailure, type Result } from "../shared/result.ts";
import { loadIndex, putIndex } from "../store/index-store.ts";
import { createSearcher, type Searcher } from "../search/results/searcher.ts";
import { createFallbackSearcher } from "../search/results/fallback-searcher.ts";
import { createSliceReader } from "../search/index/write/build-index.ts";
import { encodeText } from "../search/index/format/bytes.ts";
import { computeChecksum } from "../search/index/format/checksum.ts";
import { SEGMENT_VERSION } from "../search/index/format/preamble.ts";
import { openSegment, type Segment } from "../search/index/read/open-segment.ts";
import type { Correction } from "../transcript/model/corrections.ts";
import { buildShippedIndex } from "./build-shipped-index.ts";
import { buildCorrectedSegment } from "./corrected-segment.ts";
import { loadTranscript } from "./library-files.ts";
import { memoizeResult } from "../shared/memoize-result.ts";
import { loadShippedCatalog } from "./shipped-library.ts";
import { openSlicedFile } from "./sliced-file.ts";

/** The index of all episodes that ship. Where it is broken or of another version it is built anew. */
export const loadShippedIndex = memoizeResult(async (): Promise<Result<Segment>> => {
  const read = await openSlicedFile("search.bin");
  const segment = read.ok ? await openSegment(read.value) : null;
  return segment ? toSuccess(segment) : restoreIndex();
});

/** The search over all episodes that ship, as a reader has corrected them; one is kept, for the same corrections. */
export function loadShippedSearcher(corrections: readonly Correction[] = []): Promise<Result<Searcher>> {
  const key = JSON.stringify(corrections);
  if (lastSearcher?.key !== key)
    lastSearcher = { key, search: memoizeResult(() => openFirstSearcher(INDEX_SOURCES, corrections)) };
  return lastSearcher.search();
}

let lastSearcher: { key: string; search: () => Promise<Result<Searcher>> } | null = null;

/** Gives way to the next source where what it reads turns out to be broken, now or later. */
async function openFirstSearcher(
  [source, ...others]: readonly (() => Promise<Result<Segment>>)[],
  corrections: readonly Correction[],
): Promise<Result<Searcher>> {
  const next = memoizeResult(() => openFirstSearcher(others, corrections));
  const index = source ? await source() : toFailure("library-broken");
  if (!index.ok) return index;
  const isLast = !others.length;
  // Without the corrections there is still something to be found.
  const segment = await correctSegment(index.value, corrections).catch(() => (isLast ? index.value : null));
  if (!segment) return next();
  return toSuccess(isLast ? createSearcher(segment) : createFallbackSearcher(createSearcher(segment), next));
}

async function correctSegment(index: Segment, corrections: readonly Correction[]): Promise<Segment> {
  const catalog = corrections.length ? await loadShippedCatalog() : toSuccess([]);
  return buildCorrectedSegment(index, corrections, catalog.ok ? catalog.value : [], async (episode) => {
    const transcript = await loadTranscript(episode);
    return transcript.ok ? transcript.value : null;
  });
}

type BuildProgressListener = (share: number) => void;
const progressListeners = new Set<BuildProgressListener>();

/** Tells of an index that is being built: the share of the work that is done, from 0 to 1. Gives what ends that. */
export function watchIndexBuild(tell: BuildProgressListener): () => void {
  progressListeners.add(tell);
  return () => progressListeners.delete(tell);
}

/** The index from the transcripts themselves, as it was built before if that can be; it is kept for the next time. */
const restoreIndex = memoizeResult(async (): Promise<Result<Segment>> => {
  const stamp = await computeLibraryStamp();
  if (!stamp.ok) return stamp;
  // Where the browser keeps nothing it is built every time.
  const before = await loadIndex(SHIPPED_INDEX_NAME, stamp.value).catch(() => null);
  const segment = before && (await openSegment(createSliceReader(before)));
  return segment ? toSuccess(segment) : rebuildIndex();
});

const SHIPPED_INDEX_NAME = "shipped";

/** What an index was built of: the extension and all that it knows of the episodes. */
async function computeLibraryStamp(): Promise<Result<string>> {
  const catalog = await loadShippedCatalog();
  if (!catalog.ok) return catalog;
  const { version } = browser.runtime.getManifest();
  return toSuccess(
    [version, SEGMENT_VERSION, computeChecksum(encodeText(JSON.stringify(catalog.value)))].join(" "),
  );
}

const rebuildIndex = memoizeResult(async (): Promise<Result<Segment>> => {
  const [catalog, stamp] = await Promise.all([loadShippedCatalog(), computeLibraryStamp()]);
  if (!catalog.ok) return catalog;
  if (!stamp.ok) return stamp;
  const tell = (share: number) => progressListeners.forEach((each) => each(share));
  const fresh = await buildShippedIndex(
    catalog.value.map(({ id }) => id),
    tell,
  ).catch((error: unknown) => {
    console.warn("Earmark could not build its index:", error);
    return null;
  });
  tell(1);
  const segment = fresh && (await openSegment(createSliceReader(fresh)));
  if (!segment) return toFailure("library-broken");
  await putIndex(SHIPPED_INDEX_NAME, stamp.value, fresh).catch(() => null);
  return toSuccess(segment);
});

/** Where the index is had from, one after the other. */
const INDEX_SOURCES = [loadShippedIndex, restoreIndex, rebuildIndex];
