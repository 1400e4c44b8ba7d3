import { toSuccess, toFailure, type Result } from "../shared/result.ts";
import { loadIndex, putIndex } from "../store/index-store.ts";
import { createSearcher } from "../search/results/create-searcher.ts";
import type { Searcher } from "../search/results/searcher.ts";
import { createFallbackSearcher } from "../search/results/fallback-searcher.ts";
import { createSliceReader } from "../search/index/write/build-index.ts";
import { encodeText } from "../search/index/format/bytes.ts";
import { computeChecksum } from "../search/index/format/checksum.ts";
import { SEGMENT_VERSION } from "../search/index/format/preamble.ts";
import type { SegmentPart } from "../search/index/read/combine-segments.ts";
import { openSegment, type Segment } from "../search/index/read/open-segment.ts";
import type { Correction } from "../transcript/model/corrections.ts";
import { buildShippedIndex } from "./build-shipped-index.ts";
import { buildCorrectedSegment } from "./corrected-segment.ts";
import type { Library } from "./library.ts";
import type { LibraryFiles } from "./library-files.ts";
import { memoizeResult } from "../shared/memoize-result.ts";
import type { OwnIndex } from "./own-index.ts";
import type { ShippedLibrary } from "./shipped-library.ts";
import { openSlicedFile } from "./sliced-file.ts";

const SHIPPED_INDEX_NAME = "shipped";

type LoadSegment = () => Promise<Result<Segment>>;

/** Search over all episodes. */
export interface LibrarySearch {
  /** Loads the shipped index, so that the first query need not wait. An index that is broken or outdated is built again. */
  loadIndex(): Promise<Result<Segment>>;
  /**
   * Loads a searcher for the texts as a reader has corrected them. The last one is cached.
   * @param revision Changes with the reader's own episodes.
   */
  loadSearcher(corrections: readonly Correction[], revision: number): Promise<Result<Searcher>>;
  /** Calls back with the share of an index that is built, from 0 to 1, until the returned function is called. */
  watchIndexBuild(listener: (share: number) => void): () => void;
}

/** What the search works on. */
export interface SearchSources {
  files: LibraryFiles;
  shipped: ShippedLibrary;
  /** Shipped and own episodes. */
  library: Library;
  ownIndex: OwnIndex;
}

/** Opens the search; reads nothing before it is asked to. */
export function createLibrarySearch({ files, shipped, library, ownIndex }: SearchSources): LibrarySearch {
  const listeners = new Set<(share: number) => void>();
  const reportProgress = (share: number) => listeners.forEach((listener) => listener(share));
  const rebuild = memoizeResult(() => rebuildIndex(files, shipped, reportProgress));
  const restore = memoizeResult(async () => (await loadStoredIndex(files, shipped)) ?? rebuild());
  const loadShipped = memoizeResult(async () => (await openPackagedIndex(files)) ?? restore());
  const sources = [loadShipped, restore, rebuild];
  let cached: { key: string; load: () => Promise<Result<Searcher>> } | null = null;
  return {
    loadIndex: loadShipped,
    loadSearcher(corrections, revision) {
      const key = JSON.stringify([revision, corrections]);
      const correct = async (index: Segment) =>
        correctSegment(library, [{ segment: index }, ...(await ownIndex.loadParts())], corrections);
      if (cached?.key !== key)
        cached = { key, load: memoizeResult(() => openFirstSearcher(sources, correct)) };
      return cached.load();
    },
    watchIndexBuild(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Opens the first source that works. The searcher moves on to the next one when what it reads proves broken later. */
async function openFirstSearcher(
  [source, ...others]: readonly LoadSegment[],
  correct: (index: Segment) => Promise<Segment>,
): Promise<Result<Searcher>> {
  const next = memoizeResult(() => openFirstSearcher(others, correct));
  const index = source ? await source() : toFailure("library-broken");
  if (!index.ok) return index;
  const isLast = !others.length;
  // Searching uncorrected texts is better than not searching.
  const segment = await correct(index.value).catch(() => (isLast ? index.value : null));
  if (!segment) return next();
  return toSuccess(isLast ? createSearcher(segment) : createFallbackSearcher(createSearcher(segment), next));
}

async function correctSegment(
  library: Library,
  parts: readonly SegmentPart[],
  corrections: readonly Correction[],
): Promise<Segment> {
  const episodes = corrections.length ? await library.listEpisodes() : toSuccess([]);
  return buildCorrectedSegment(parts, corrections, episodes.ok ? episodes.value : [], async (episode) => {
    const transcript = await library.loadTranscript(episode);
    return transcript.ok ? transcript.value : null;
  });
}

async function openPackagedIndex(files: LibraryFiles): Promise<Result<Segment> | null> {
  const file = await openSlicedFile(files, "search.bin");
  const segment = file.ok ? await openSegment(file.value) : null;
  return segment && toSuccess(segment);
}

/** The index that was built here before, if it is of the same release and library. */
async function loadStoredIndex(
  files: LibraryFiles,
  shipped: ShippedLibrary,
): Promise<Result<Segment> | null> {
  const stamp = await computeLibraryStamp(files, shipped);
  if (!stamp.ok) return stamp;
  // A browser that stores nothing builds the index every time.
  const stored = await loadIndex(SHIPPED_INDEX_NAME, stamp.value).catch(() => null);
  const segment = stored && (await openSegment(createSliceReader(stored)));
  return segment && toSuccess(segment);
}

/** What an index was built from: the release, the format and all that the catalog says of the episodes. */
async function computeLibraryStamp(files: LibraryFiles, shipped: ShippedLibrary): Promise<Result<string>> {
  const catalog = await shipped.loadCatalog();
  if (!catalog.ok) return catalog;
  const checksum = computeChecksum(encodeText(JSON.stringify(catalog.value)));
  return toSuccess([files.getVersion(), SEGMENT_VERSION, checksum].join(" "));
}

async function rebuildIndex(
  files: LibraryFiles,
  shipped: ShippedLibrary,
  reportProgress: (share: number) => void,
): Promise<Result<Segment>> {
  const [catalog, stamp] = await Promise.all([shipped.loadCatalog(), computeLibraryStamp(files, shipped)]);
  if (!catalog.ok) return catalog;
  if (!stamp.ok) return stamp;
  const ids = catalog.value.map(({ id }) => id);
  const built = await buildShippedIndex(files, ids, reportProgress).catch((error: unknown) => {
    console.warn("Earmark could not build its index:", error);
    return null;
  });
  reportProgress(1);
  const segment = built && (await openSegment(createSliceReader(built)));
  if (!segment) return toFailure("library-broken");
  await putIndex(SHIPPED_INDEX_NAME, stamp.value, built).catch(() => null);
  return toSuccess(segment);
}
