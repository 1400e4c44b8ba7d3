import { ByteReader, type ByteWriter, type ReadBytes } from "./bytes.ts";
import type { WordEntry } from "./entries.ts";
import { placesIn, postingsIn, type Run } from "./runs.ts";
import { blockOf, isLong, readSkips, writeSkips, type Skips } from "./skips.ts";

/** Where something lies: from and to before, in bytes. */
type Slice = readonly [from: number, to: number];

/** Where everything lies that tells the places of a word. */
export interface Laid {
  /** In how many passages it is shown. */
  count: number;
  skips: Skips | null;
  postings: Slice;
  spots: Slice;
  read: ReadBytes;
}

/** Most bytes that are read before it is known which are wanted; what most words have is less. */
const AHEAD = 64_000;

/** Writes the places of a word; its passages as well where its postings tell others. */
export function writePlaces(out: ByteWriter, table: ByteWriter, shown: Run, isApart: boolean): void {
  if (isApart) {
    out.number(shown.count);
    out.number(shown.postings.length);
  }
  if (isLong(shown.count)) writeSkips(out, table, shown);
  if (isApart) out.bytes(shown.postings);
  out.bytes(shown.spots);
}

/** Finds out where the places of a word lie; handed where all that is known of it lies. */
export async function laid(
  { isApart, passages }: WordEntry,
  { postings, positions: [from, to] }: { postings: Slice; positions: Slice },
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
  return { count, skips, postings: isApart ? [at, at + own] : postings, spots: [at + own, to], read: readOn };
}

/** A run as it lies there. */
export async function runOf({ count, postings, spots, read }: Laid): Promise<Run> {
  const [passages, places] = await Promise.all([read(...postings), read(...spots)]);
  return { count, postings: passages, spots: places };
}

/** All places of a word. */
export async function placesOf(word: Laid, wordsBefore: Uint32Array): Promise<Uint32Array> {
  const { count, postings, spots } = await runOf(word);
  return placesIn(new ByteReader(spots), postingsIn(new ByteReader(postings), count), wordsBefore);
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
    const read = {
      postings: new ByteReader(postings),
      spots: new ByteReader(spots),
      before: word.skips?.before[blocks[0]] ?? -1,
    };
    mark(kept, places, own, read, wordsBefore);
  });
  await Promise.all(reading);
  return places.filter((_, i) => kept[i]);
}

function bytesOf([from, to]: Slice, starts: Uint32Array | undefined, [first, last]: Slice): Slice {
  if (!starts) return [from, to];
  return [from + starts[first]!, last < starts.length ? from + starts[last]! : to];
}

function wantedBlocks({ skips }: Laid, places: Uint32Array, wordsBefore: Uint32Array): Wanted[] {
  if (!skips) return places.length ? [{ blocks: [0, 1], places: [0, places.length] }] : [];
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

/** Marks those of some places at which a word stands, by its passages and places behind a passage. */
function mark(
  kept: Uint8Array,
  places: Uint32Array,
  [from, to]: Slice,
  { postings, spots, before }: { postings: ByteReader; spots: ByteReader; before: number },
  wordsBefore: Uint32Array,
): void {
  const { length } = postings.bytes;
  let doc = before;
  for (let i = from; i < to && postings.at < length;) {
    const first = postings.number();
    doc += 1 + Math.floor(first / 2);
    let place = wordsBefore[doc]!;
    for (let left = first % 2 ? postings.number() : 1; left > 0; left--) {
      place += spots.number();
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
  let high = last;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (wordsBefore[middle]! <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}
