import { ByteReader, ByteWriter, joinedBytes } from "./bytes.ts";

/** Passages in which a word stands, ascending, and how often. */
export interface Postings {
  docs: Uint32Array;
  times: Uint32Array;
}

/** Where a word stands. */
export interface Spots {
  /** Numbers of passages, ascending, and how often it stands in each. */
  docs: ArrayLike<number>;
  times: ArrayLike<number>;
  /** Where, counted in words of the passage, one passage after the other. */
  spots: ArrayLike<number>;
}

/** The same as it is written. */
export interface Run {
  /** In how many passages. */
  count: number;
  /** How far a passage is behind the last one, and how often it stands there where that is more than once. */
  postings: Uint8Array;
  /** How far a place is behind the last one in the passage; empty where only passages count. */
  spots: Uint8Array;
}

/** For one word at a time: there are many, and each is short. */
const out = new ByteWriter();

/** Writes where a word stands. */
export function written({ docs, times, spots }: Spots): Run {
  let last = -1;
  for (let i = 0; i < docs.length; i++) {
    const more = docs[i]! - last - 1;
    last = docs[i]!;
    out.number(more * 2 + (times[i]! > 1 ? 1 : 0));
    if (times[i]! > 1) out.number(times[i]!);
  }
  const postings = out.taken();
  // Inside a passage nearly every place is one byte.
  for (let i = 0, at = 0; at < spots.length; i++)
    for (let k = 0; k < times[i]!; k++, at++) out.number(spots[at]! - (k ? spots[at - 1]! : 0));
  return { count: docs.length, postings, spots: out.taken() };
}

/** Runs one behind the other: of each, the number that its first passage has in the whole. */
export function appended(all: readonly { run: Run; first: number }[]): Run {
  const [only, ...others] = all.filter(({ run }) => run.count);
  if (!only) return NO_RUN;
  if (!others.length && !only.first) return only.run;
  let last = -1;
  for (const { run, first } of [only, ...others]) {
    const reader = new ByteReader(run.postings);
    const begin = reader.number();
    out.number((first + Math.floor(begin / 2) - last - 1) * 2 + (begin % 2));
    out.bytes(run.postings.subarray(reader.at));
    last = first + lastDoc(run);
  }
  const count = all.reduce((sum, { run }) => sum + run.count, 0);
  return { count, postings: out.taken(), spots: joinedBytes(all.map(({ run }) => run.spots)) };
}

/** A run without the passages that are gone: `numbers` says what the others are called, -1 for those. */
export function renumbered({ count, postings, spots }: Run, numbers: Int32Array): Run {
  const { docs, times } = postingsIn(new ByteReader(postings), count);
  const reader = new ByteReader(spots);
  const left = { docs: [] as number[], times: [] as number[], spots: [] as number[] };
  for (let i = 0; i < count; i++) {
    const doc = numbers[docs[i]!]!;
    if (doc >= 0) {
      left.docs.push(doc);
      left.times.push(times[i]!);
    }
    for (let k = 0, spot = 0; k < times[i]! && spots.length; k++) {
      spot += reader.number();
      if (doc >= 0) left.spots.push(spot);
    }
  }
  return written(left);
}

/** How often a word was found in all. */
export function timesIn({ count, postings }: Run): number {
  const { times } = postingsIn(new ByteReader(postings), count);
  return times.reduce((sum, often) => sum + often, 0);
}

/** No passages. */
export const NO_RUN: Run = { count: 0, postings: new Uint8Array(), spots: new Uint8Array() };

function lastDoc({ count, postings }: Run): number {
  const reader = new ByteReader(postings);
  let doc = -1;
  for (let i = 0; i < count; i++) {
    const first = reader.number();
    doc += 1 + Math.floor(first / 2);
    if (first % 2) reader.number();
  }
  return doc;
}

/** Reads passages. */
export function postingsIn(reader: ByteReader, count: number): Postings {
  const [docs, times] = [new Uint32Array(count), new Uint32Array(count)];
  let doc = -1;
  for (let i = 0; i < count; i++) {
    const first = reader.number();
    docs[i] = doc += 1 + Math.floor(first / 2);
    times[i] = first % 2 ? reader.number() : 1;
  }
  return { docs, times };
}

/** Places in passages as places in the whole. */
export function placesIn(
  reader: ByteReader,
  { docs, times }: Postings,
  wordsBefore: Uint32Array,
): Uint32Array {
  let count = 0;
  for (const often of times) count += often;
  const places = new Uint32Array(count);
  let at = 0;
  for (let i = 0; i < docs.length; i++) {
    let place = wordsBefore[docs[i]!]!;
    for (let k = times[i]!; k > 0; k--) places[at++] = place += reader.number();
  }
  return places;
}
