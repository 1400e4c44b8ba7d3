import type { LibraryTransaction, SegmentData, SegmentRow } from "./library-database.ts";

/** A segment to be stored. */
export interface SegmentRecord {
  /** Versions of everything the segment was computed with. */
  stamp: string;
  /** Ids of its episodes. */
  episodes: readonly string[];
  data: SegmentData;
}

/** Adds a segment within a transaction. */
export async function insertSegment(
  transaction: LibraryTransaction,
  { stamp, episodes, data }: SegmentRecord,
  deleted: readonly string[] = [],
): Promise<void> {
  const bytes = data.head.length + ("size" in data.rest ? data.rest.size : data.rest.length);
  // The browser assigns the id.
  const row: Omit<SegmentRow, "id"> = { stamp, episodes: [...episodes], deleted: [...deleted], bytes };
  const id = await transaction.objectStore("segments").add(row as SegmentRow);
  await transaction.objectStore("segmentData").put(data, id);
}

/** Deletes segments within a transaction. */
export async function deleteSegments(transaction: LibraryTransaction, ids: readonly number[]): Promise<void> {
  for (const id of ids) {
    await transaction.objectStore("segments").delete(id);
    await transaction.objectStore("segmentData").delete(id);
  }
}

/** Marks an episode as deleted in every segment that has it. */
export async function markDeleted(transaction: LibraryTransaction, episode: string): Promise<void> {
  const segments = transaction.objectStore("segments");
  for (const row of await segments.getAll())
    if (row.episodes.includes(episode) && !row.deleted.includes(episode))
      await segments.put({ ...row, deleted: [...row.deleted, episode] });
}

/** Undoes `markDeleted` in the newest segment that has the episode; earlier ones have earlier texts of it. */
export async function undoDeletion(transaction: LibraryTransaction, episode: string): Promise<void> {
  const segments = transaction.objectStore("segments");
  const row = (await segments.getAll()).findLast(({ episodes }) => episodes.includes(episode));
  if (row) await segments.put({ ...row, deleted: row.deleted.filter((id) => id !== episode) });
}
