import { findLowerBound } from "../../../shared/binary-search.ts";
import { ByteReader, ByteWriter } from "./bytes.ts";
import type { PositionalPostings } from "./postings.ts";
import { PASSAGES_PER_BLOCK } from "./postings-codec.ts";

/** Where each block of long postings begins, so that single positions are found without decoding the rest. */
export interface SkipTable {
  /** The passage before each block; -1 for the first. */
  previousDocs: Int32Array;
  /** Byte offsets of each block in the postings and in the positions. */
  postings: Uint32Array;
  positions: Uint32Array;
}

/** True if postings of this length span several blocks. */
export const hasSkipTable = (count: number): boolean => count > PASSAGES_PER_BLOCK;

/** Reused, as one vocabulary has many tables and each is short. */
const tableWriter = new ByteWriter();

/**
 * Writes the length in bytes of a skip table, and the table: the differences between neighbouring blocks.
 * @param blockStarts Byte offset of each block in the postings.
 */
export function writeSkipTable(
  out: ByteWriter,
  { docs, frequencies, positions }: PositionalPostings,
  blockStarts: readonly number[],
): void {
  const reader = new ByteReader(positions);
  let previous: readonly number[] = [-1, 0, 0];
  for (let i = 0; i < docs.length; i++) {
    if (i && i % PASSAGES_PER_BLOCK === 0) {
      const row = [docs[i - 1]!, blockStarts[i / PASSAGES_PER_BLOCK]!, reader.offset];
      for (const [column, value] of row.entries()) tableWriter.writeNumber(value - previous[column]!);
      previous = row;
    }
    reader.skipNumbers(frequencies[i]!);
  }
  out.writeNumber(tableWriter.length);
  out.writeBytes(tableWriter.takeBytes());
}

/** Decodes the skip table of postings of a length. */
export function readSkipTable(bytes: Uint8Array, count: number): SkipTable {
  const reader = new ByteReader(bytes);
  const blockCount = Math.ceil(count / PASSAGES_PER_BLOCK);
  const table = {
    previousDocs: new Int32Array(blockCount).fill(-1),
    postings: new Uint32Array(blockCount),
    positions: new Uint32Array(blockCount),
  };
  for (let i = 1; i < blockCount; i++) {
    table.previousDocs[i] = table.previousDocs[i - 1]! + reader.readNumber();
    table.postings[i] = table.postings[i - 1]! + reader.readNumber();
    table.positions[i] = table.positions[i - 1]! + reader.readNumber();
  }
  return table;
}

/** The only block from `from` on that can hold a passage. */
export const findBlock = ({ previousDocs }: SkipTable, doc: number, from: number): number =>
  Math.max(from, findLowerBound(previousDocs, doc, from) - 1);
