import { findLowerBound } from "../../../shared/binary-search.ts";
import { ByteReader, type ByteWriter } from "./bytes.ts";
import { PASSAGES_PER_BLOCK, type PositionalPostings } from "./postings.ts";

/**
 * Where each block of a long run begins, so that single places are looked up without reading the whole: the passage
 * before it, and the bytes in its postings and spots.
 */
export interface SkipTable {
  previousDocs: Int32Array;
  postings: Uint32Array;
  positions: Uint32Array;
}

/** Whether a run of so many passages has skips. */
export const hasSkipTable = (count: number): boolean => count > PASSAGES_PER_BLOCK;

/**
 * Writes the skips of a long run behind their length in bytes.
 * @param starts Where the blocks of its postings begin.
 */
export function writeSkipTable(
  out: ByteWriter,
  table: ByteWriter,
  { docs, frequencies: times, positions: spots }: PositionalPostings,
  starts: readonly number[],
): void {
  const reader = new ByteReader(spots);
  let last: readonly number[] = [-1, 0, 0];
  for (let i = 0; i < docs.length; i++) {
    if (i && i % PASSAGES_PER_BLOCK === 0) {
      const now = [docs[i - 1]!, starts[i / PASSAGES_PER_BLOCK]!, reader.offset];
      for (const [k, at] of now.entries()) table.writeNumber(at - last[k]!);
      last = now;
    }
    reader.skipNumbers(times[i]!);
  }
  out.writeNumber(table.length);
  out.writeBytes(table.takeBytes());
}

/** Reads the skips of a run; the first block begins before all. */
export function readSkipTable(bytes: Uint8Array, count: number): SkipTable {
  const reader = new ByteReader(bytes);
  const blocks = Math.ceil(count / PASSAGES_PER_BLOCK);
  const skips = {
    previousDocs: new Int32Array(blocks).fill(-1),
    postings: new Uint32Array(blocks),
    positions: new Uint32Array(blocks),
  };
  for (let i = 1; i < blocks; i++) {
    skips.previousDocs[i] = skips.previousDocs[i - 1]! + reader.readNumber();
    skips.postings[i] = skips.postings[i - 1]! + reader.readNumber();
    skips.positions[i] = skips.positions[i - 1]! + reader.readNumber();
  }
  return skips;
}

/** The block in which a passage stands if it stands anywhere, at or behind another block. */
export const findBlock = ({ previousDocs: before }: SkipTable, doc: number, from: number): number =>
  Math.max(from, findLowerBound(before, doc, from) - 1);
