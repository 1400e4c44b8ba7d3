import { ByteReader, type ByteWriter } from "./bytes.ts";
import type { Run } from "./runs.ts";

/** Passages in one block. */
const BLOCK = 128;

/**
 * Where each block of a long run begins, so that single places are looked up without reading the whole: the passage
 * before it, and the bytes in its postings and spots.
 */
export interface Skips {
  before: Int32Array;
  postings: Uint32Array;
  spots: Uint32Array;
}

/** Whether a run of so many passages has skips. */
export const isLong = (count: number): boolean => count > BLOCK;

/** Writes the skips of a long run behind their length in bytes. */
export function writeSkips(out: ByteWriter, table: ByteWriter, { count, postings, spots }: Run): void {
  const [passages, places] = [new ByteReader(postings), new ByteReader(spots)];
  let doc = -1;
  let last: readonly number[] = [doc, 0, 0];
  for (let i = 0; i < count; i++) {
    if (i && i % BLOCK === 0) {
      const now = [doc, passages.at, places.at];
      for (const [k, at] of now.entries()) table.number(at - last[k]!);
      last = now;
    }
    const first = passages.number();
    doc += 1 + Math.floor(first / 2);
    places.skip(first % 2 ? passages.number() : 1);
  }
  out.number(table.length);
  out.bytes(table.taken());
}

/** Reads the skips of a run; the first block begins before all. */
export function readSkips(bytes: Uint8Array, count: number): Skips {
  const reader = new ByteReader(bytes);
  const blocks = Math.ceil(count / BLOCK);
  const skips = {
    before: new Int32Array(blocks).fill(-1),
    postings: new Uint32Array(blocks),
    spots: new Uint32Array(blocks),
  };
  for (let i = 1; i < blocks; i++) {
    skips.before[i] = skips.before[i - 1]! + reader.number();
    skips.postings[i] = skips.postings[i - 1]! + reader.number();
    skips.spots[i] = skips.spots[i - 1]! + reader.number();
  }
  return skips;
}

/** The block in which a passage stands if it stands anywhere, at or behind another block. */
export function blockOf({ before }: Skips, doc: number, from: number): number {
  let low = from;
  let high = before.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (before[middle]! < doc) low = middle;
    else high = middle - 1;
  }
  return low;
}
