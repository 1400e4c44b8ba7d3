import { joinBytes, type ReadBytes } from "../search/index/format/bytes.ts";
import type { Result } from "../shared/result.ts";
import { changeLibrary, readLibrary, type SegmentData, type SegmentRow } from "./library-database.ts";
import { deleteSegments, insertSegment, type SegmentRecord } from "./segment-rows.ts";

/** A stored segment; its data is null where it was not asked for, or is lost. */
export interface StoredSegment {
  row: SegmentRow;
  data: SegmentData | null;
}

/** Loads the segments, the oldest first, with the data of those that `isWanted` accepts. */
export const loadSegments = (isWanted: (row: SegmentRow) => boolean): Promise<Result<StoredSegment[]>> =>
  readLibrary(async (db) => {
    // One transaction, so that no merge comes between.
    const transaction = db.transaction(["segments", "segmentData"]);
    const rows = await transaction.objectStore("segments").getAll();
    const store = transaction.objectStore("segmentData");
    return Promise.all(
      rows.map(async (row) => ({ row, data: isWanted(row) ? ((await store.get(row.id)) ?? null) : null })),
    );
  });

/**
 * Replaces segments by the one they were merged into. Episodes that were deleted meanwhile are deleted in it, too.
 * @param merged The segments as they were read.
 * @param result Null if no episode remains.
 * @returns False if another merge came first, or an episode was restored meanwhile; nothing is changed then.
 */
export const replaceSegments = (
  merged: readonly SegmentRow[],
  result: SegmentRecord | null,
): Promise<Result<boolean>> =>
  changeLibrary(async (transaction) => {
    const deletedSince: string[] = [];
    for (const { id, deleted } of merged) {
      const row = await transaction.objectStore("segments").get(id);
      if (!row || deleted.some((episode) => !row.deleted.includes(episode))) return false;
      deletedSince.push(...row.deleted.filter((episode) => !deleted.includes(episode)));
    }
    await deleteSegments(
      transaction,
      merged.map(({ id }) => id),
    );
    if (result) await insertSegment(transaction, result, deletedSince);
    return true;
  });

/** Adds a segment of episodes that no segment had. Those that were removed or indexed meanwhile are deleted in it. */
export const addRebuiltSegment = (record: SegmentRecord): Promise<Result<null>> =>
  changeLibrary(async (transaction) => {
    const episodes = transaction.objectStore("episodes");
    const rows = await Promise.all(record.episodes.map((id) => episodes.get(id)));
    const removed = record.episodes.filter((_, i) => rows[i]?.listed === undefined);
    const others = await transaction.objectStore("segments").getAll();
    const indexed = listCoveredEpisodes(others.filter(({ stamp }) => stamp === record.stamp));
    const deleted = new Set([...removed, ...record.episodes.filter((id) => indexed.has(id))]);
    await insertSegment(transaction, record, [...deleted]);
    return null;
  });

/** Deletes segments. */
export const dropSegments = (ids: readonly number[]): Promise<Result<null>> =>
  changeLibrary(async (transaction) => {
    await deleteSegments(transaction, ids);
    return null;
  });

/** Lists the episodes that segments cover. */
export const listCoveredEpisodes = (rows: readonly SegmentRow[]): Set<string> =>
  new Set(rows.flatMap(({ episodes, deleted }) => episodes.filter((id) => !deleted.includes(id))));

/** Reads byte ranges of a segment. */
export const createSegmentReader =
  ({ head, rest }: SegmentData): ReadBytes =>
  async (from, to) => {
    if (to <= head.length) return head.subarray(from, to);
    const start = Math.max(0, from - head.length);
    const end = to - head.length;
    const bytes =
      rest instanceof Blob
        ? new Uint8Array(await rest.slice(start, end).arrayBuffer())
        : rest.subarray(start, end);
    return from < head.length ? joinBytes([head.subarray(from), bytes]) : bytes;
  };
