import { findLowerBound } from "../../../shared/binary-search.ts";
import { ByteReader, type ByteWriter, type ReadBytes } from "./bytes.ts";
import type { WordEntry } from "./word-entry.ts";
import type { PositionalPostings } from "./postings.ts";
import { PASSAGES_PER_BLOCK, readPostings } from "./postings-codec.ts";
import { findBlock, hasSkipTable, readSkipTable, writeSkipTable, type SkipTable } from "./skip-table.ts";

/** A half-open range of bytes or of indexes. */
type IndexRange = readonly [from: number, to: number];

/** Where a word's positions are, and what decoding them needs. */
export interface PositionsLayout {
  /** Number of passages that show the word, and of passages in the segment. */
  count: number;
  passageCount: number;
  skips: SkipTable | null;
  postings: IndexRange;
  positions: IndexRange;
  read: ReadBytes;
}

/** Bytes that are read before the skip table is known; most words have fewer. */
const READ_AHEAD_BYTES = 64_000;

/**
 * Writes a word's record in the positions part.
 * @param shown The passages that show the word, and its positions in them.
 * @param encoded The same passages as `writePostings` wrote them, and the offsets of their blocks.
 * @param hasOwnPassages Whether the record carries its passages.
 */
export function writePositions(
  out: ByteWriter,
  shown: PositionalPostings,
  encoded: { bytes: Uint8Array; blockStarts: readonly number[] },
  hasOwnPassages: boolean,
): void {
  if (hasOwnPassages) {
    out.writeNumber(shown.docs.length);
    out.writeNumber(encoded.bytes.length);
  }
  if (hasSkipTable(shown.docs.length)) writeSkipTable(out, shown, encoded.blockStarts);
  if (hasOwnPassages) out.writeBytes(encoded.bytes);
  out.writeBytes(shown.positions);
}

/**
 * Reads the beginning of a word's record in the positions part.
 * @param location Number of passages in the segment, and where the word's postings and positions are in the file.
 */
export async function readPositionsLayout(
  { hasOwnPassages, passageCount: shownCount }: WordEntry,
  location: { passageCount: number; postings: IndexRange; positions: IndexRange },
  read: ReadBytes,
): Promise<PositionsLayout> {
  const { passageCount, postings } = location;
  const [from, to] = location.positions;
  const aheadEnd = Math.min(to, from + READ_AHEAD_BYTES);
  const arePostingsShort = !hasOwnPassages && postings[1] - postings[0] <= READ_AHEAD_BYTES;
  const [ahead, shortPostings] = await Promise.all([
    read(from, aheadEnd),
    arePostingsShort ? read(...postings) : null,
  ]);
  const readFromMemory: ReadBytes = async (start, end) => {
    if (start >= from && end <= aheadEnd) return ahead.subarray(start - from, end - from);
    if (shortPostings && start >= postings[0] && end <= postings[1])
      return shortPostings.subarray(start - postings[0], end - postings[0]);
    return read(start, end);
  };
  const reader = new ByteReader(ahead);
  const count = hasOwnPassages ? reader.readNumber() : shownCount;
  const ownLength = hasOwnPassages ? reader.readNumber() : 0;
  let skips: SkipTable | null = null;
  if (hasSkipTable(count)) {
    const length = reader.readNumber();
    const start = from + reader.offset;
    skips = readSkipTable(await readFromMemory(start, start + length), count);
    reader.offset += length;
  }
  const next = from + reader.offset;
  return {
    count,
    passageCount,
    skips,
    postings: hasOwnPassages ? [next, next + ownLength] : postings,
    positions: [next + ownLength, to],
    read: readFromMemory,
  };
}

/** Reads all passages and positions of a word. */
export async function readPositionalPostings(layout: PositionsLayout): Promise<PositionalPostings> {
  const { count, passageCount, read } = layout;
  const [postings, positions] = await Promise.all([read(...layout.postings), read(...layout.positions)]);
  return { ...readPostings(postings, { count, passageCount }), positions };
}

/** Neighbouring blocks of postings, and the range of candidates that may be in them. */
interface BlockRange {
  blocks: IndexRange;
  candidates: IndexRange;
}

/**
 * The candidates at which a word occurs. Reads only the blocks that can hold one.
 * @param candidates Word indexes in the segment, ascending.
 * @param wordsBefore Number of words before each passage.
 */
export async function filterPositions(
  layout: PositionsLayout,
  candidates: Uint32Array,
  wordsBefore: Uint32Array,
): Promise<Uint32Array> {
  const { count, passageCount, skips } = layout;
  const isMatch = new Uint8Array(candidates.length);
  const reads = findBlocks(layout, candidates, wordsBefore).map(async ({ blocks, candidates: range }) => {
    const [postings, positions] = await Promise.all([
      layout.read(...computeByteRange(layout.postings, skips?.postings, blocks)),
      layout.read(...computeByteRange(layout.positions, skips?.positions, blocks)),
    ]);
    const length = Math.min(count, blocks[1] * PASSAGES_PER_BLOCK) - blocks[0] * PASSAGES_PER_BLOCK;
    const previousDoc = skips?.previousDocs[blocks[0]] ?? -1;
    const decoded = readPostings(postings, { count, passageCount, length, previousDoc });
    markMatches(isMatch, candidates, range, { ...decoded, positions }, wordsBefore);
  });
  await Promise.all(reads);
  return candidates.filter((_, i) => isMatch[i]);
}

function computeByteRange(
  [from, to]: IndexRange,
  blockStarts: Uint32Array | undefined,
  [firstBlock, endBlock]: IndexRange,
): IndexRange {
  if (!blockStarts) return [from, to];
  return [
    from + blockStarts[firstBlock]!,
    endBlock < blockStarts.length ? from + blockStarts[endBlock]! : to,
  ];
}

function findBlocks(
  { skips, count }: PositionsLayout,
  candidates: Uint32Array,
  wordsBefore: Uint32Array,
): BlockRange[] {
  if (!skips)
    return candidates.length
      ? [{ blocks: [0, Math.ceil(count / PASSAGES_PER_BLOCK)], candidates: [0, candidates.length] }]
      : [];
  const ranges: BlockRange[] = [];
  let doc = 0;
  let block = 0;
  for (let i = 0; i < candidates.length; i++) {
    doc = findPassage(wordsBefore, doc, candidates[i]!);
    block = findBlock(skips, doc, block);
    const last = ranges.at(-1);
    if (last && block <= last.blocks[1]) {
      last.blocks = [last.blocks[0], Math.max(last.blocks[1], block + 1)];
      last.candidates = [last.candidates[0], i + 1];
    } else ranges.push({ blocks: [block, block + 1], candidates: [i, i + 1] });
  }
  return ranges;
}

/** Sets a flag for each candidate of a range at which the word occurs. */
function markMatches(
  isMatch: Uint8Array,
  candidates: Uint32Array,
  [from, to]: IndexRange,
  { docs, frequencies, positions }: PositionalPostings,
  wordsBefore: Uint32Array,
): void {
  const reader = new ByteReader(positions);
  let i = from;
  for (let k = 0; k < docs.length && i < to; k++) {
    let position = wordsBefore[docs[k]!]!;
    for (let remaining = frequencies[k]!; remaining > 0; remaining--) {
      position += reader.readNumber();
      while (i < to && candidates[i]! < position) i++;
      if (i < to && candidates[i] === position) isMatch[i++] = 1;
    }
  }
}

/** Passages that are tried in order before binary search. */
const LINEAR_STEPS = 8;

/**
 * Finds the passage that holds a position.
 * @param wordsBefore Number of words before each passage, and before the end.
 * @param from First passage to consider.
 * @param position Word index in the segment.
 */
export function findPassage(wordsBefore: Uint32Array, from: number, position: number): number {
  const last = wordsBefore.length - 2;
  let doc = from;
  // Positions are looked up in ascending order, so the passage is mostly near the one before.
  for (let step = 0; step < LINEAR_STEPS; step++) {
    if (doc === last || wordsBefore[doc + 1]! > position) return doc;
    doc++;
  }
  return Math.min(last, findLowerBound(wordsBefore, position + 1, doc) - 1);
}
