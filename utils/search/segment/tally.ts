import { firstFrom } from "../../transcript/ascending.ts";
import { largest, type Numbers } from "./bytes.ts";
import type { Postings } from "./runs.ts";
import type { Segment } from "./segment.ts";

/** MiniSearch's BM25+ and its constants (7.2.0). */
const [K, B, D] = [1.2, 0.7, 0.5];

/** Passages that are gone through at a time: what is kept of each stays in the processor's cache. */
export const AT_A_TIME = 32_768;

/** What one variant of a word says for its passages, and how far it was gone through. */
export interface Row {
  postings: Postings;
  at: number;
  weight: number;
  isSound: boolean;
  /** The word's number, from 1, and how many words a passage must have before it counts. */
  slot: number;
  needed: number;
}

/** Passages, ascending: their numbers, what each is worth, and whether it only sounds like what was typed. */
export interface Answers {
  docs: Uint32Array;
  scores: Float64Array;
  sounds: Uint8Array;
}

/** What is known of each passage while words are gone through, counted from the first of those at hand. */
export interface Tally {
  /** Lengths of all passages, and what they make of how often a word stands in one. */
  lengths: Numbers;
  norms: Float64Array;
  scores: Float64Array;
  /** How many words of the query it has, and which was the last of them, counted from 1. */
  slots: Uint16Array;
  last: Uint16Array;
  /** Whether something else than sound spoke for it. */
  heard: Uint8Array;
}

/** Nothing is known yet. */
export const tallyOf = (segment: Segment): Tally => {
  const count = Math.min(AT_A_TIME, segment.passages);
  return {
    lengths: segment.lengths,
    norms: normsOf(segment),
    scores: new Float64Array(count),
    slots: new Uint16Array(count),
    last: new Uint16Array(count),
    heard: new Uint8Array(count),
  };
};

/** Makes room for the next passages. */
export function clear({ scores, slots, last, heard }: Tally): void {
  for (const list of [scores, slots, last, heard]) list.fill(0);
}

/**
 * Adds what one word says for the passages at hand, as far as they have so many of the words before; gives for how many.
 * Apart from all else, so that it is compiled early.
 */
export function add(
  { lengths, norms, scores, slots, last, heard }: Tally,
  row: Row,
  from: number,
  to: number,
): number {
  const { postings, weight, slot, isSound, needed } = row;
  const { docs, times } = postings;
  let count = 0;
  let i = row.at;
  for (; i < docs.length && docs[i]! < to; i++) {
    const at = docs[i]! - from;
    if (slots[at]! < needed) continue;
    const often = times[i]!;
    scores[at]! += weight * (D + (often * (K + 1)) / (often + norms[lengths[from + at]!]!));
    if (!isSound) heard[at] = 1;
    if (last[at] !== slot) {
      last[at] = slot;
      slots[at]!++;
    }
    count++;
  }
  row.at = i;
  return count;
}

/** Leaves a word out for the passages at hand. */
export function skip(row: Row, to: number): void {
  row.at = firstFrom(row.postings.docs, to, row.at);
}

/** Passages that answer a query, in order, and what they are worth. */
export class Answering {
  readonly docs: Uint32Array;
  readonly scores: Float64Array;
  readonly sounds: Uint8Array;
  count = 0;

  constructor(most: number) {
    this.docs = new Uint32Array(most);
    this.scores = new Float64Array(most);
    this.sounds = new Uint8Array(most);
  }

  /** Takes those of the passages at hand that have so many words of the query. */
  take(
    { scores, slots, heard }: Tally,
    { from, to, least }: { from: number; to: number; least: number },
    isWanted: ((doc: number) => boolean) | null,
  ): void {
    const { docs, scores: worth, sounds } = this;
    let { count } = this;
    const length = to - from;
    for (let at = 0; at < length; at++) {
      const own = slots[at]!;
      if (own < least || (isWanted && !isWanted(from + at))) continue;
      docs[count] = from + at;
      worth[count] = scores[at]! * own;
      sounds[count++] = 1 - heard[at]!;
    }
    this.count = count;
  }

  done(): Answers {
    const count = this.count;
    return {
      docs: this.docs.subarray(0, count),
      scores: this.scores.subarray(0, count),
      sounds: this.sounds.subarray(0, count),
    };
  }
}

/** By length, of which there are few. */
const norms = new WeakMap<Segment, Float64Array>();

function normsOf(segment: Segment): Float64Array {
  const known = norms.get(segment);
  if (known) return known;
  const { lengths, meanLength } = segment;
  const longest = lengths instanceof Uint8Array ? 255 : largest(lengths);
  const made = Float64Array.from({ length: longest + 1 }, (_, n) => K * (1 - B + (B * n) / meanLength));
  norms.set(segment, made);
  return made;
}
