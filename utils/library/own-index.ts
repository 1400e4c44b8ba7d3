import type { SegmentPart } from "../search/index/read/combine-segments.ts";
import { openSegment, type Segment } from "../search/index/read/open-segment.ts";
import { createSegmentReader, loadSegments, type StoredSegment } from "../store/segment-store.ts";
import { INDEX_STAMP } from "./pack-episode.ts";

/** The search index of the reader's own episodes. */
export interface OwnIndex {
  /** Opens the segments. Those that cannot be read are left out and reported; without the database there are none. */
  loadParts(): Promise<SegmentPart[]>;
}

/**
 * Opens the index of the reader's own episodes; reads nothing before it is asked to.
 * @param onBroken Called when a segment is damaged or of another version, so that it has to be built again.
 */
export function createOwnIndex(onBroken: (segment: number) => void): OwnIndex {
  /** Segments never change, so each is opened once; null for those that cannot be read. */
  const opened = new Map<number, Segment | null>();
  const reportBroken = (id: number) => {
    opened.set(id, null);
    onBroken(id);
  };

  const open = async ({ row, data }: StoredSegment): Promise<void> => {
    const read = data && row.stamp === INDEX_STAMP ? createSegmentReader(data) : null;
    const segment =
      read &&
      (await openSegment(async (from, to) => {
        try {
          return await read(from, to);
        } catch (error) {
          // The browser lost the data of a blob.
          reportBroken(row.id);
          throw error;
        }
      }).catch(() => null));
    if (segment) opened.set(row.id, segment);
    else reportBroken(row.id);
  };

  return {
    async loadParts() {
      const stored = await loadSegments(({ id }) => !opened.has(id));
      if (!stored.ok) return [];
      await Promise.all(stored.value.filter(({ row }) => !opened.has(row.id)).map(open));
      const ids = new Set(stored.value.map(({ row }) => row.id));
      for (const id of opened.keys()) if (!ids.has(id)) opened.delete(id);
      return stored.value.flatMap(({ row: { id, deleted } }) => {
        const segment = opened.get(id);
        return segment ? [{ segment, deleted: new Set(deleted) }] : [];
      });
    },
  };
}
