import { findLowerBound } from "../../transcript/ascending.ts";
import { ByteReader, ByteWriter, type ReadBytes } from "./bytes.ts";
import type { WordEntry } from "./entries.ts";
import { BLOCK, readPostings, type Run } from "./runs.ts";
import { blockOf, isLong, readSkips, writeSkips, type Skips } from "./skips.ts";

/** Where something lies: from and to before, in bytes. */
type Slice = readonly [from: number, to: number];

/** Where everything lies that tells the places of a word. */
export interface Laid {
  /** In how many passages it is shown, and how many there are. */
  count: number;
  all: number;
  skips: Skips | null;
  postings: Slice;
  spots: Slice;
  read: ReadBytes;
}

/** Most bytes that are read before it is known which are wanted; what most words have is less. */
const AHEAD = 64_000;

/**
 * Writes the places of a word; its passages as well where its postings tell others.
 * @param postings The passages as they are written, and where the blocks of these begin.
 */
export function writePlaces(
  out: ByteWriter,
  shown: Run,
  { bytes, starts }: { bytes: Uint8Array; starts: readonly number[] },
  isApart: boolean,
): void {
  if (isApart) {
    out.number(shown.docs.length);
    out.number(bytes.length);
  }
  if (isLong(shown.docs.length)) writeSkips(out, table, shown, starts);
  if (isApart) out.bytes(bytes);
  out.bytes(shown.spots);
}

/** For one word at a time: there are many, and each is short. */
const table = new ByteWriter();

/** Finds out where the places of a word lie; handed where all that is known of it lies. */
export async function laid(
  { isApart, passages }: WordEntry,
  { all, postings, positions: [from, to] }: { all: number; postings: Slice; positions: Slice },
  read: ReadBytes,
): Promise<Laid> {
  const ahead = Math.min(to, from + AHEAD);
  const isNear = !isApart && postings[1] - postings[0] <= AHEAD;
  const [bytes, near] = await Promise.all([read(from, ahead), isNear ? read(...postings) : null]);
  const readOn: ReadBytes = async (start, end) => {
    if (start >= from && end <= ahead) return bytes.subarray(start - from, end - from);
    if (near && start >= postings[0] && end <= postings[1])
      return near.subarray(start - postings[0], end - postings[0]);
    return read(start, end);
  };
  const reader = new ByteReader(bytes);
  const count = isApart ? reader.number() : passages;
  const own = isApart ? reader.number() : 0;
  let skips: Skips | null = null;
  if (isLong(count)) {
    const length = reader.number();
    const start = from + reader.at;
    skips = readSkips(await readOn(start, start + length), count);
    reader.at += length;
  }
  const at = from + reader.at;
  return {
    count,
    all,
    skips,
    postings: isApart ? [at, at + own] : postings,
    spots: [at + own, to],
    read: readOn,
  };
}

/** All that is known of where a word stands. */
export async function runOf({ count, all, postings, spots, read }: Laid): Promise<Run> {
  const [passages, places] = await Promise.all([read(...postings), read(...spots)]);
  return { ...readPostings(passages, { count, all }), spots: places };
}

/** Neighbouring blocks, and which of the wanted places may lie in them. */
interface Wanted {
  blocks: Slice;
  places: Slice;
}

/** Those of some places, ascending, at which a word stands; only the blocks are read in which it may. */
export async function placesAmong(
  word: Laid,
  places: Uint32Array,
  wordsBefore: Uint32Array,
): Promise<Uint32Array> {
  const kept = new Uint8Array(places.length);
  const reading = wantedBlocks(word, places, wordsBefore).map(async ({ blocks, places: own }) => {
    const [postings, spots] = await Promise.all([
      word.read(...bytesOf(word.postings, word.skips?.postings, blocks)),
      word.read(...bytesOf(word.spots, word.skips?.spots, blocks)),
    ]);
    const { count, all, skips } = word;
    const length = Math.min(count, blocks[1] * BLOCK) - blocks[0] * BLOCK;
    const part = { count, all, length, before: skips?.before[blocks[0]] ?? -1 };
    mark(kept, places, own, { ...readPostings(postings, part), spots }, wordsBefore);
  });
  await Promise.all(reading);
  return places.filter((_, i) => kept[i]);
}

function bytesOf([from, to]: Slice, starts: Uint32Array | undefined, [first, last]: Slice): Slice {
  if (!starts) return [from, to];
  return [from + starts[first]!, last < starts.length ? from + starts[last]! : to];
}

function wantedBlocks(word: Laid, places: Uint32Array, wordsBefore: Uint32Array): Wanted[] {
  const { skips } = word;
  if (!skips)
    return places.length ? [{ blocks: [0, Math.ceil(word.count / BLOCK)], places: [0, places.length] }] : [];
  const all: Wanted[] = [];
  let doc = 0;
  let block = 0;
  for (let i = 0; i < places.length; i++) {
    doc = passageFrom(wordsBefore, doc, places[i]!);
    block = blockOf(skips, doc, block);
    const last = all.at(-1);
    if (last && block <= last.blocks[1]) {
      last.blocks = [last.blocks[0], Math.max(last.blocks[1], block + 1)];
      last.places = [last.places[0], i + 1];
    } else all.push({ blocks: [block, block + 1], places: [i, i + 1] });
  }
  return all;
}

/** Marks those of some places at which a word stands. */
function mark(
  kept: Uint8Array,
  places: Uint32Array,
  [from, to]: Slice,
  { docs, times, spots }: Run,
  wordsBefore: Uint32Array,
): void {
  const reader = new ByteReader(spots);
  let i = from;
  for (let k = 0; k < docs.length && i < to; k++) {
    let place = wordsBefore[docs[k]!]!;
    for (let left = times[k]!; left > 0; left--) {
      place += reader.number();
      while (i < to && places[i]! < place) i++;
      if (i < to && places[i] === place) kept[i++] = 1;
    }
  }
}

/** So many passages are gone through one by one. */
const NEAR = 8;

/**
 * The passage in which a word stands, by its place, at or behind another passage.
 * @param wordsBefore Words before each passage, and behind the last one.
 */
export function passageFrom(wordsBefore: Uint32Array, from: number, place: number): number {
  const last = wordsBefore.length - 2;
  let low = from;
  // The next one is mostly near; a rare word's is looked for by halving.
  for (let step = 0; step < NEAR; step++) {
    if (low === last || wordsBefore[low + 1]! > place) return low;
    low++;
  }
  return Math.min(last, findLowerBound(wordsBefore, place + 1, low) - 1);
}
