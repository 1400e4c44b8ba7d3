import { BlobSink } from "../search/index/write/blob-sink.ts";
import { buildIndex } from "../search/index/write/build-index.ts";
import { writeMergedSegment } from "../search/index/write/merge-segments.ts";
import { createSinks } from "../search/index/write/segment-writer.ts";
import { cacheBlocks } from "../search/index/read/block-cache.ts";
import { openSegment } from "../search/index/read/open-segment.ts";
import type { ReadBytes } from "../search/index/format/bytes.ts";
import { splitPassages } from "../search/text/passages.ts";
import { toSuccess, type Result } from "../shared/result.ts";
import type { EpisodeStore } from "../store/episode-store.ts";
import type { SegmentData, SegmentRow } from "../store/library-database.ts";
import {
  addRebuiltSegment,
  createSegmentReader,
  dropSegments,
  listCoveredEpisodes,
  loadSegments,
  replaceSegments,
} from "../store/segment-store.ts";
import type { OwnEpisode } from "./library-model.ts";
import { INDEX_STAMP } from "./pack-episode.ts";
import { planMerge } from "./plan-merge.ts";

/** Episodes of a segment that is built again: some 100 ms of work, which is lost if the browser ends meanwhile. */
const REBUILD_BATCH = 64;
/** Segments are merged from buffers of this size; each is read from beginning to end. */
const MERGE_BUFFER = { blockBytes: 500_000, maxBlocks: 4, maxBlocksPerRead: 4 };
const NO_CACHE = { texts: 0, positions: 0 };
/** The longest that maintenance occupies its thread, in milliseconds. */
const MAX_SLICE_MS = 20;
/** A segment of at most this size is stored as bytes, a larger one as a blob. */
const MAX_INLINE_BYTES = 1_000_000;

/**
 * Brings the index of the reader's own episodes up to date: what is broken, outdated or missing is built again, and
 * segments are merged when they become too many. Every step is one transaction; the next call continues after the last.
 * @param broken Ids of segments that proved unreadable.
 * @returns Whether searches answer differently now.
 */
export async function maintainIndex(
  store: EpisodeStore<OwnEpisode>,
  broken: ReadonlySet<number>,
): Promise<Result<boolean>> {
  const rebuilt = await rebuildMissing(store, broken);
  if (!rebuilt.ok) return rebuilt;
  const merged = await mergeAll();
  return merged.ok ? rebuilt : merged;
}

async function rebuildMissing(
  store: EpisodeStore<OwnEpisode>,
  broken: ReadonlySet<number>,
): Promise<Result<boolean>> {
  const [episodes, stored] = await Promise.all([store.list(), loadSegments(() => false)]);
  if (!episodes.ok) return episodes;
  if (!stored.ok) return stored;
  const rows = stored.value.map(({ row }) => row);
  const isUsable = ({ id, stamp }: SegmentRow) => stamp === INDEX_STAMP && !broken.has(id);
  // A broken segment would seem to cover its episodes; an outdated one answers nobody.
  const unusable = rows.filter((row) => !isUsable(row)).map(({ id }) => id);
  const dropped = unusable.length ? await dropSegments(unusable) : toSuccess(null);
  if (!dropped.ok) return dropped;
  const covered = listCoveredEpisodes(rows.filter(isUsable));
  const missing = episodes.value.map(({ id }) => id).filter((id) => !covered.has(id));
  for (let start = 0; start < missing.length; start += REBUILD_BATCH) {
    const added = await rebuildBatch(store, missing.slice(start, start + REBUILD_BATCH));
    if (!added.ok) return added;
  }
  return toSuccess(missing.length > 0);
}

async function rebuildBatch(store: EpisodeStore<OwnEpisode>, ids: readonly string[]): Promise<Result<null>> {
  const built = await buildIndex({
    episodes: ids,
    async readPassages(id) {
      const text = await store.getText(id);
      return text.ok && text.value ? splitPassages(text.value.transcript) : null;
    },
    onProgress: () => null,
  });
  if (!built) return toSuccess(null);
  return addRebuiltSegment({ stamp: INDEX_STAMP, episodes: ids, data: built });
}

async function mergeAll(): Promise<Result<null>> {
  for (;;) {
    const stored = await loadSegments(() => false);
    if (!stored.ok) return stored;
    const plan = planMerge(
      stored.value.map(({ row: { id, episodes, deleted } }) => ({
        id,
        count: episodes.length,
        deleted: deleted.length,
      })),
    );
    if (!plan) return toSuccess(null);
    const merged = await mergeStoredSegments(new Set(plan));
    if (!merged.ok) return merged;
    // Another page merges, or a segment is broken; the search reports those.
    if (!merged.value) return toSuccess(null);
  }
}

/** Merges segments into one. False if that is not possible now. */
async function mergeStoredSegments(ids: ReadonlySet<number>): Promise<Result<boolean>> {
  const stored = await loadSegments(({ id }) => ids.has(id));
  if (!stored.ok) return stored;
  const inputs = stored.value.filter(({ row }) => ids.has(row.id));
  const rows = inputs.map(({ row }) => row);
  const pause = createPause();
  const parts = await Promise.all(
    inputs.map(async ({ row, data }) => {
      const read = data && cacheBlocks(createSegmentReader(data), MERGE_BUFFER);
      const segment = read && (await openSegment(pauseReads(read, pause), NO_CACHE));
      return segment ? [{ segment, deleted: new Set(row.deleted) }] : [];
    }),
  ).then((all) => all.flat());
  if (parts.length < ids.size) return toSuccess(false);
  const episodes = rows.flatMap((row) => row.episodes.filter((id) => !row.deleted.includes(id)));
  if (!episodes.length) return replaceSegments(rows, null);
  const sinks = createSinks(() => new BlobSink());
  const head = await writeMergedSegment(parts, sinks);
  const rest = new Blob(Object.values(sinks).map((sink) => sink.toBlob()));
  return replaceSegments(rows, { stamp: INDEX_STAMP, episodes, data: await inlineSmall(head, rest) });
}

/** Reading a blob takes the browser a turn, so a small one is stored as bytes. */
const inlineSmall = async (head: Uint8Array<ArrayBuffer>, rest: Blob): Promise<SegmentData> => ({
  head,
  rest: rest.size > MAX_INLINE_BYTES ? rest : new Uint8Array(await rest.arrayBuffer()),
});

/** Lets other work of the thread run now and then. */
function createPause(): () => Promise<void> | null {
  let end = performance.now() + MAX_SLICE_MS;
  return () => {
    if (performance.now() < end) return null;
    return new Promise((resolve) => {
      setTimeout(() => {
        end = performance.now() + MAX_SLICE_MS;
        resolve();
      }, 0);
    });
  };
}

const pauseReads =
  (read: ReadBytes, pause: () => Promise<void> | null): ReadBytes =>
  async (from, to) => {
    await pause();
    return read(from, to);
  };
