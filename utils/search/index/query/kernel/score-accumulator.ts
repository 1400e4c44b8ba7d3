import { findLargest } from "../../format/bytes.ts";
import { BM25, getKernel } from "../../format/wasm-kernel.ts";
import { WasmScoreAccumulator } from "./wasm-score-accumulator.ts";
import { PlainScoreAccumulator } from "./plain-score-accumulator.ts";
import type { Postings } from "../../format/postings.ts";
import type { Segment } from "../../read/open-segment.ts";

/** What one variant of a word says for its passages, and how far it was gone through. */
export interface TermContribution {
  postings: Postings;
  nextIndex: number;
  weight: number;
  isSound: boolean;
  /** The word's number, from 1, and how many words a passage must have before it counts. */
  termNumber: number;
  requiredTerms: number;
}

/** Passages, ascending: their numbers, what each is worth, and whether it only sounds like what was typed. */
export interface ScoredPassages {
  docs: Uint32Array;
  scores: Float64Array;
  soundOnly: Uint8Array;
}

/** What is known of some neighbouring passages while words are gone through. */
export interface ScoreAccumulator {
  /** Goes on with others, of which nothing is known yet: from a number to before another, no more than are gone through at a time. */
  begin(from: number, to: number): void;
  /**
   * Adds what one word says for those of its passages that stand from an index to before another, as far as they have so
   * many of the words before; gives for how many. All of them are at hand.
   */
  add(row: TermContribution, first: number, end: number): number;
  /** Those that have so many words of the query, in order; once for all that was added. Holds until something else is done. */
  take(least: number): ScoredPassages;
}

/** A tally of a segment's passages. It is used without a break: there is room for one. */
export function createScoreAccumulator(segment: Segment): ScoreAccumulator {
  const quick = getKernel();
  const norms = getLengthNorms(segment);
  return quick
    ? new WasmScoreAccumulator(quick, segment.lengths, norms)
    : new PlainScoreAccumulator(segment.lengths, norms);
}

/** By length, of which there are few. */
const normsBySegment = new WeakMap<Segment, Float64Array>();

function getLengthNorms(segment: Segment): Float64Array {
  const known = normsBySegment.get(segment);
  if (known) return known;
  const { lengths, meanLength } = segment;
  const longest = lengths instanceof Uint8Array ? 255 : findLargest(lengths);
  const { k, b } = BM25;
  const made = Float64Array.from({ length: longest + 1 }, (_, n) => k * (1 - b + (b * n) / meanLength));
  normsBySegment.set(segment, made);
  return made;
}
