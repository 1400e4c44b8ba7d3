import { findLowerBound } from "../../transcript/ascending.ts";
import { ByteReader, type ByteWriter } from "./bytes.ts";
import { BLOCK, type Run } from "./runs.ts";

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

/**
 * Writes the skips of a long run behind their length in bytes.
 * @param starts Where the blocks of its postings begin.
 */
export function writeSkips(
  out: ByteWriter,
  table: ByteWriter,
  { docs, times, spots }: Run,
  starts: readonly number[],
): void {
  const reader = new ByteReader(spots);
  let last: readonly number[] = [-1, 0, 0];
  for (let i = 0; i < docs.length; i++) {
    if (i && i % BLOCK === 0) {
      const now = [docs[i - 1]!, starts[i / BLOCK]!, reader.at];
      for (const [k, at] of now.entries()) table.number(at - last[k]!);
      last = now;
    }
    reader.skip(times[i]!);
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
export const blockOf = ({ before }: Skips, doc: number, from: number): number =>
  Math.max(from, findLowerBound(before, doc, from) - 1);
