import { ByteReader, ByteWriter, joined, joinedBytes } from "./bytes.ts";
import { BitReader, BitWriter } from "./bits.ts";
import { AT_A_TIME, kernel, type Kernel } from "./kernel/kernel.ts";

/** Passages in which a word stands, ascending, and how often. */
export interface Postings {
  docs: Uint32Array;
  times: Uint32Array;
}

/** Where a word stands. */
export interface Run extends Postings {
  /** Its places in each passage, as they are written; empty where only passages count. */
  spots: Uint8Array;
}

/** No passages. */
export const NO_RUN: Run = { docs: new Uint32Array(), times: new Uint32Array(), spots: new Uint8Array() };

/** Passages in one block; each begins with a byte of its own, so that a long row is read from any of them on. */
export const BLOCK = 128;

const bits = new BitWriter();

/** How many bits of a distance are written as they are, by how many passages of all a word stands in (Rice's code). */
const plainBits = (count: number, all: number): number =>
  Math.min(24, Math.max(0, 31 - Math.clz32(Math.floor((all * 7) / (Math.max(1, count) * 10)))));

/**
 * Writes passages: how far each is behind the last one, and how often the word stands there; few bits for what is
 * likely. Gives where the blocks begin, in bytes.
 * @param all How many passages there are.
 */
export function writePostings(out: ByteWriter, { docs, times }: Postings, all: number): number[] {
  const plain = plainBits(docs.length, all);
  const starts: number[] = [];
  let last = -1;
  for (let i = 0; i < docs.length; i++) {
    if (i % BLOCK === 0) starts.push(bits.align());
    const more = docs[i]! - last - 1;
    last = docs[i]!;
    bits.ones(more >> plain);
    bits.plain(more, plain);
    bits.ones(times[i]! - 1);
  }
  bits.align();
  out.bytes(bits.taken());
  return starts;
}

/** Which of a word's passages are read. */
interface Part {
  /** How many passages a word has, and how many there are. */
  count: number;
  all: number;
  /** How many of them these are, and the passage before the first. */
  length?: number;
  before?: number;
}

/** Reads passages, from the beginning of a block on. */
export function readPostings(bytes: Uint8Array, part: Part): Postings {
  const quick = kernel();
  return quick ? readQuickly(quick, bytes, part) : readPlainly(bytes, part);
}

/** Bytes of 0 that the kernel wants behind those it reads. */
const BEHIND = 4;

function readQuickly(
  quick: Kernel,
  bytes: Uint8Array,
  { count, all, length = count, before = -1 }: Part,
): Postings {
  const [docs, times] = [new Uint32Array(length), new Uint32Array(length)];
  const plain = plainBits(count, all);
  const room = quick.bytes("free", bytes.length + BEHIND);
  room.set(bytes);
  room.fill(0, bytes.length);
  let at = 0;
  // Each time whole blocks.
  for (let done = 0; done < length; done += AT_A_TIME) {
    const now = Math.min(AT_A_TIME, length - done);
    at = quick.run.read(bytes.length, at, now, plain, done ? docs[done - 1]! : before);
    docs.set(quick.numbers("docs", now), done);
    times.set(quick.numbers("times", now), done);
  }
  return { docs, times };
}

/** The same without the kernel. */
export function readPlainly(bytes: Uint8Array, { count, all, length = count, before = -1 }: Part): Postings {
  const [docs, times] = [new Uint32Array(length), new Uint32Array(length)];
  const plain = plainBits(count, all);
  const reader = new BitReader(bytes);
  let doc = before;
  for (let i = 0; i < length; i++) {
    if (i % BLOCK === 0) reader.align();
    const far = reader.ones();
    docs[i] = doc += 1 + (far << plain) + reader.plain(plain);
    times[i] = 1 + reader.ones();
  }
  return { docs, times };
}

const out = new ByteWriter();

/**
 * Writes the places of a word in its passages: inside a passage nearly each is one byte.
 * @param spots Counted in words of the passage, one passage after the other.
 */
export function writtenSpots(times: ArrayLike<number>, spots: ArrayLike<number>): Uint8Array {
  for (let i = 0, at = 0; at < spots.length; i++)
    for (let k = 0; k < times[i]!; k++, at++) out.number(spots[at]! - (k ? spots[at - 1]! : 0));
  return out.taken();
}

/** Runs one behind the other: of each, the number that its first passage has in the whole. */
export function appended(all: readonly { run: Run; first: number }[]): Run {
  const some = all.filter(({ run }) => run.docs.length);
  return {
    docs: joined(some.map(({ run, first }) => (first ? run.docs.map((doc) => first + doc) : run.docs))),
    times: joined(some.map(({ run }) => run.times)),
    spots: joinedBytes(some.map(({ run }) => run.spots)),
  };
}

/** A run without the passages that are gone: `numbers` says what the others are called, -1 for those. */
export function renumbered({ docs, times, spots }: Run, numbers: Int32Array): Run {
  const reader = new ByteReader(spots);
  const left: Uint8Array[] = [];
  const kept = docs.map((doc) => (numbers[doc]! < 0 ? 0 : 1));
  for (let i = 0; i < docs.length && spots.length; i++) {
    const from = reader.at;
    reader.skip(times[i]!);
    if (kept[i]) left.push(spots.subarray(from, reader.at));
  }
  return {
    docs: docs.filter((_, i) => kept[i]).map((doc) => numbers[doc]!),
    times: times.filter((_, i) => kept[i]),
    spots: joinedBytes(left),
  };
}

/** How often a word was found in all. */
export const timesIn = ({ times }: Postings): number => times.reduce((sum, often) => sum + often, 0);

/** Places in passages as places in the whole. */
export function placesIn({ docs, times, spots }: Run, wordsBefore: Uint32Array): Uint32Array {
  const reader = new ByteReader(spots);
  const places = new Uint32Array(timesIn({ docs, times }));
  let at = 0;
  for (let i = 0; i < docs.length; i++) {
    let place = wordsBefore[docs[i]!]!;
    for (let k = times[i]!; k > 0; k--) places[at++] = place += reader.number();
  }
  return places;
}
