import { findLowerBound } from "../../../shared/binary-search.ts";
import { ByteReader, ByteWriter, type ReadBytes } from "./bytes.ts";
import type { WordEntry } from "./word-entry.ts";
import { PASSAGES_PER_BLOCK, readPostings, type PositionalPostings } from "./postings.ts";
import { findBlock, hasSkipTable, readSkipTable, writeSkipTable, type SkipTable } from "./skip-table.ts";

/** Where something lies: from and to before, in bytes. */
type ByteRange = readonly [from: number, to: number];

/** Where everything lies that tells the places of a word. */
export interface PositionsLayout {
  /** In how many passages it is shown, and how many there are. */
  count: number;
  passageCount: number;
  skips: SkipTable | null;
  postings: ByteRange;
  positions: ByteRange;
  read: ReadBytes;
}

/** Most bytes that are read before it is known which are wanted; what most words have is less. */
const READ_AHEAD_BYTES = 64_000;

/**
 * Writes the places of a word; its passages as well where its postings tell others.
 * @param postings The passages as they are written, and where the blocks of these begin.
 */
export function writePositions(
  out: ByteWriter,
  shown: PositionalPostings,
  { bytes, starts }: { bytes: Uint8Array; starts: readonly number[] },
  isApart: boolean,
): void {
  if (isApart) {
    out.writeNumber(shown.docs.length);
    out.writeNumber(bytes.length);
  }
  if (hasSkipTable(shown.docs.length)) writeSkipTable(out, skipTableWriter, shown, starts);
  if (isApart) out.writeBytes(bytes);
  out.writeBytes(shown.positions);
}

/** For one word at a time: there are many, and each is short. */
const skipTableWriter = new ByteWriter();

/** Finds out where the places of a word lie; handed where all that is known of it lies. */
export async function readPositionsLayout(
  { hasOwnPassages: isApart, passageCount: passages }: WordEntry,
  { all, postings, positions: [from, to] }: { all: number; postings: ByteRange; positions: ByteRange },
  read: ReadBytes,
): Promise<PositionsLayout> {
  const ahead = Math.min(to, from + READ_AHEAD_BYTES);
  const isNear = !isApart && postings[1] - postings[0] <= READ_AHEAD_BYTES;
  const [bytes, near] = await Promise.all([read(from, ahead), isNear ? read(...postings) : null]);
  const readOn: ReadBytes = async (start, end) => {
    if (start >= from && end <= ahead) return bytes.subarray(start - from, end - from);
    if (near && start >= postings[0] && end <= postings[1])
      return near.subarray(start - postings[0], end - postings[0]);
    return read(start, end);
  };
  const reader = new ByteReader(bytes);
  const count = isApart ? reader.readNumber() : passages;
  const own = isApart ? reader.readNumber() : 0;
  let skips: SkipTable | null = null;
  if (hasSkipTable(count)) {
    const length = reader.readNumber();
    const start = from + reader.offset;
    skips = readSkipTable(await readOn(start, start + length), count);
    reader.offset += length;
  }
  const at = from + reader.offset;
  return {
    count,
    passageCount: all,
    skips,
    postings: isApart ? [at, at + own] : postings,
    positions: [at + own, to],
    read: readOn,
  };
}

/** All that is known of where a word stands. */
export async function readPositionalPostings({
  count,
  passageCount: all,
  postings,
  positions: spots,
  read,
}: PositionsLayout): Promise<PositionalPostings> {
  const [passages, places] = await Promise.all([read(...postings), read(...spots)]);
  return { ...readPostings(passages, { count, passageCount: all }), positions: places };
}

/** Neighbouring blocks, and which of the wanted places may lie in them. */
interface BlockRange {
  blocks: ByteRange;
  positions: ByteRange;
}

/** Those of some places, ascending, at which a word stands; only the blocks are read in which it may. */
export async function filterPositions(
  word: PositionsLayout,
  places: Uint32Array,
  wordsBefore: Uint32Array,
): Promise<Uint32Array> {
  const kept = new Uint8Array(places.length);
  const reading = findBlocks(word, places, wordsBefore).map(async ({ blocks, positions: own }) => {
    const [postings, spots] = await Promise.all([
      word.read(...computeByteRange(word.postings, word.skips?.postings, blocks)),
      word.read(...computeByteRange(word.positions, word.skips?.positions, blocks)),
    ]);
    const { count, passageCount: all, skips } = word;
    const length = Math.min(count, blocks[1] * PASSAGES_PER_BLOCK) - blocks[0] * PASSAGES_PER_BLOCK;
    const part = { count, passageCount: all, length, previousDoc: skips?.previousDocs[blocks[0]] ?? -1 };
    markPositions(kept, places, own, { ...readPostings(postings, part), positions: spots }, wordsBefore);
  });
  await Promise.all(reading);
  return places.filter((_, i) => kept[i]);
}

function computeByteRange(
  [from, to]: ByteRange,
  starts: Uint32Array | undefined,
  [first, last]: ByteRange,
): ByteRange {
  if (!starts) return [from, to];
  return [from + starts[first]!, last < starts.length ? from + starts[last]! : to];
}

function findBlocks(word: PositionsLayout, places: Uint32Array, wordsBefore: Uint32Array): BlockRange[] {
  const { skips } = word;
  if (!skips)
    return places.length
      ? [{ blocks: [0, Math.ceil(word.count / PASSAGES_PER_BLOCK)], positions: [0, places.length] }]
      : [];
  const all: BlockRange[] = [];
  let doc = 0;
  let block = 0;
  for (let i = 0; i < places.length; i++) {
    doc = findPassage(wordsBefore, doc, places[i]!);
    block = findBlock(skips, doc, block);
    const last = all.at(-1);
    if (last && block <= last.blocks[1]) {
      last.blocks = [last.blocks[0], Math.max(last.blocks[1], block + 1)];
      last.positions = [last.positions[0], i + 1];
    } else all.push({ blocks: [block, block + 1], positions: [i, i + 1] });
  }
  return all;
}

/** Marks those of some places at which a word stands. */
function markPositions(
  kept: Uint8Array,
  places: Uint32Array,
  [from, to]: ByteRange,
  { docs, frequencies: times, positions: spots }: PositionalPostings,
  wordsBefore: Uint32Array,
): void {
  const reader = new ByteReader(spots);
  let i = from;
  for (let k = 0; k < docs.length && i < to; k++) {
    let place = wordsBefore[docs[k]!]!;
    for (let left = times[k]!; left > 0; left--) {
      place += reader.readNumber();
      while (i < to && places[i]! < place) i++;
      if (i < to && places[i] === place) kept[i++] = 1;
    }
  }
}

/** So many passages are gone through one by one. */
const LINEAR_STEPS = 8;

/**
 * The passage in which a word stands, by its place, at or behind another passage.
 * @param wordsBefore Words before each passage, and behind the last one.
 */
export function findPassage(wordsBefore: Uint32Array, from: number, place: number): number {
  const last = wordsBefore.length - 2;
  let low = from;
  // The next one is mostly near; a rare word's is looked for by halving.
  for (let step = 0; step < LINEAR_STEPS; step++) {
    if (low === last || wordsBefore[low + 1]! > place) return low;
    low++;
  }
  return Math.min(last, findLowerBound(wordsBefore, place + 1, low) - 1);
}
