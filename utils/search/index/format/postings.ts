import { ByteReader, ByteWriter, joinNumbers, joinBytes } from "./bytes.ts";
import { BitReader, BitWriter } from "./bits.ts";
import { PASSAGES_PER_BATCH, getKernel, type WasmKernel } from "./wasm-kernel.ts";

/** Passages in which a word stands, ascending, and how often. */
export interface Postings {
  docs: Uint32Array;
  frequencies: Uint32Array;
}

/** Where a word stands. */
export interface PositionalPostings extends Postings {
  /** Its places in each passage, as they are written; empty where only passages count. */
  positions: Uint8Array;
}

/** No passages. */
export const EMPTY_POSTINGS: PositionalPostings = {
  docs: new Uint32Array(),
  frequencies: new Uint32Array(),
  positions: new Uint8Array(),
};

/** Passages in one block; each begins with a byte of its own, so that a long row is read from any of them on. */
export const PASSAGES_PER_BLOCK = 128;

const postingsBits = new BitWriter();

/** How many bits of a distance are written as they are, by how many passages of all a word stands in (Rice's code). */
const computeRiceBits = (count: number, all: number): number =>
  Math.min(24, Math.max(0, 31 - Math.clz32(Math.floor((all * 7) / (Math.max(1, count) * 10)))));

/**
 * Writes passages: how far each is behind the last one, and how often the word stands there; few bits for what is
 * likely. Gives where the blocks begin, in bytes.
 * @param all How many passages there are.
 */
export function writePostings(
  out: ByteWriter,
  { docs, frequencies: times }: Postings,
  all: number,
): number[] {
  const plain = computeRiceBits(docs.length, all);
  const starts: number[] = [];
  let last = -1;
  for (let i = 0; i < docs.length; i++) {
    if (i % PASSAGES_PER_BLOCK === 0) starts.push(postingsBits.align());
    const more = docs[i]! - last - 1;
    last = docs[i]!;
    postingsBits.writeUnary(more >> plain);
    postingsBits.writeBits(more, plain);
    postingsBits.writeUnary(times[i]! - 1);
  }
  postingsBits.align();
  out.writeBytes(postingsBits.takeBytes());
  return starts;
}

/** Which of a word's passages are read. */
interface PostingsRange {
  /** How many passages a word has, and how many there are. */
  count: number;
  passageCount: number;
  /** How many of them these are, and the passage before the first. */
  length?: number;
  previousDoc?: number;
}

/** Reads passages, from the beginning of a block on. */
export function readPostings(bytes: Uint8Array, part: PostingsRange): Postings {
  const quick = getKernel();
  return quick ? readWasmPostings(quick, bytes, part) : readPlainPostings(bytes, part);
}

/** Bytes of 0 that the kernel wants behind those it reads. */
const PADDING_BYTES = 4;

function readWasmPostings(
  quick: WasmKernel,
  bytes: Uint8Array,
  { count, passageCount: all, length = count, previousDoc: before = -1 }: PostingsRange,
): Postings {
  const [docs, times] = [new Uint32Array(length), new Uint32Array(length)];
  const plain = computeRiceBits(count, all);
  const room = quick.getBytes("free", bytes.length + PADDING_BYTES);
  room.set(bytes);
  room.fill(0, bytes.length);
  let at = 0;
  // Each time whole blocks.
  for (let done = 0; done < length; done += PASSAGES_PER_BATCH) {
    const now = Math.min(PASSAGES_PER_BATCH, length - done);
    at = quick.functions.decodePostings(bytes.length, at, now, plain, done ? docs[done - 1]! : before);
    docs.set(quick.getNumbers("docs", now), done);
    times.set(quick.getNumbers("times", now), done);
  }
  return { docs, frequencies: times };
}

/** The same without the kernel. */
export function readPlainPostings(
  bytes: Uint8Array,
  { count, passageCount: all, length = count, previousDoc: before = -1 }: PostingsRange,
): Postings {
  const [docs, times] = [new Uint32Array(length), new Uint32Array(length)];
  const plain = computeRiceBits(count, all);
  const reader = new BitReader(bytes);
  let doc = before;
  for (let i = 0; i < length; i++) {
    if (i % PASSAGES_PER_BLOCK === 0) reader.align();
    const far = reader.readUnary();
    docs[i] = doc += 1 + (far << plain) + reader.readBits(plain);
    times[i] = 1 + reader.readUnary();
  }
  return { docs, frequencies: times };
}

const positionWriter = new ByteWriter();

/**
 * Writes the places of a word in its passages: inside a passage nearly each is one byte.
 * @param spots Counted in words of the passage, one passage after the other.
 */
export function encodePositions(times: ArrayLike<number>, spots: ArrayLike<number>): Uint8Array {
  for (let i = 0, at = 0; at < spots.length; i++)
    for (let k = 0; k < times[i]!; k++, at++)
      positionWriter.writeNumber(spots[at]! - (k ? spots[at - 1]! : 0));
  return positionWriter.takeBytes();
}

/** Runs one behind the other: of each, the number that its first passage has in the whole. */
export function concatPostings(
  all: readonly { run: PositionalPostings; first: number }[],
): PositionalPostings {
  const some = all.filter(({ run }) => run.docs.length);
  return {
    docs: joinNumbers(some.map(({ run, first }) => (first ? run.docs.map((doc) => first + doc) : run.docs))),
    frequencies: joinNumbers(some.map(({ run }) => run.frequencies)),
    positions: joinBytes(some.map(({ run }) => run.positions)),
  };
}

/** A run without the passages that are gone: `numbers` says what the others are called, -1 for those. */
export function mapPostings(
  { docs, frequencies: times, positions: spots }: PositionalPostings,
  numbers: Int32Array,
): PositionalPostings {
  const reader = new ByteReader(spots);
  const left: Uint8Array[] = [];
  const kept = docs.map((doc) => (numbers[doc]! < 0 ? 0 : 1));
  for (let i = 0; i < docs.length && spots.length; i++) {
    const from = reader.offset;
    reader.skipNumbers(times[i]!);
    if (kept[i]) left.push(spots.subarray(from, reader.offset));
  }
  return {
    docs: docs.filter((_, i) => kept[i]).map((doc) => numbers[doc]!),
    frequencies: times.filter((_, i) => kept[i]),
    positions: joinBytes(left),
  };
}

/** How often a word was found in all. */
export const sumFrequencies = ({ frequencies: times }: Postings): number =>
  times.reduce((sum, often) => sum + often, 0);

/** Places in passages as places in the whole. */
export function decodePositions(
  { docs, frequencies: times, positions: spots }: PositionalPostings,
  wordsBefore: Uint32Array,
): Uint32Array {
  const reader = new ByteReader(spots);
  const places = new Uint32Array(sumFrequencies({ docs, frequencies: times }));
  let at = 0;
  for (let i = 0; i < docs.length; i++) {
    let place = wordsBefore[docs[i]!]!;
    for (let k = times[i]!; k > 0; k--) places[at++] = place += reader.readNumber();
  }
  return places;
}
