import type { NumberArray } from "../../format/bytes.ts";
import type { ScoredPassages, TermContribution, ScoreAccumulator } from "./score-accumulator.ts";
import { PASSAGES_PER_BATCH, BM25 } from "../../format/wasm-kernel.ts";

/** A tally without the kernel, for browsers that have no WebAssembly. */
export class PlainScoreAccumulator implements ScoreAccumulator {
  readonly #lengths: NumberArray;
  readonly #norms: Float64Array;
  #from = 0;
  #count = 0;
  /** Of each passage at hand: what it is worth, how many words of the query it has, and which was the last, from 1. */
  readonly #scores = new Float64Array(PASSAGES_PER_BATCH);
  readonly #slots = new Uint16Array(PASSAGES_PER_BATCH);
  readonly #last = new Uint16Array(PASSAGES_PER_BATCH);
  /** Whether something else than sound spoke for it. */
  readonly #heard = new Uint8Array(PASSAGES_PER_BATCH);

  /** @param norms What each length makes of how often a word stands in a passage. */
  constructor(lengths: NumberArray, norms: Float64Array) {
    this.#lengths = lengths;
    this.#norms = norms;
  }

  begin(from: number, to: number): void {
    this.#from = from;
    this.#count = to - from;
    for (const list of [this.#scores, this.#slots, this.#last, this.#heard]) list.fill(0);
  }

  add(
    {
      postings: { docs, frequencies: times },
      weight,
      termNumber: slot,
      isSound,
      requiredTerms: needed,
    }: TermContribution,
    first: number,
    end: number,
  ): number {
    const [scores, slots, last] = [this.#scores, this.#slots, this.#last];
    let added = 0;
    for (let i = first; i < end; i++) {
      const doc = docs[i]!;
      const at = doc - this.#from;
      if (slots[at]! < needed) continue;
      const often = times[i]!;
      const norm = this.#norms[this.#lengths[doc]!]!;
      scores[at]! += weight * (BM25.d + (often * (BM25.k + 1)) / (often + norm));
      if (!isSound) this.#heard[at] = 1;
      if (last[at] !== slot) {
        last[at] = slot;
        slots[at]!++;
      }
      added++;
    }
    return added;
  }

  take(least: number): ScoredPassages {
    const docs = new Uint32Array(this.#count);
    const scores = new Float64Array(this.#count);
    const sounds = new Uint8Array(this.#count);
    let count = 0;
    for (let at = 0; at < this.#count; at++) {
      const own = this.#slots[at]!;
      if (own < least) continue;
      docs[count] = this.#from + at;
      scores[count] = this.#scores[at]! * own;
      sounds[count++] = 1 - this.#heard[at]!;
    }
    return {
      docs: docs.subarray(0, count),
      scores: scores.subarray(0, count),
      soundOnly: sounds.subarray(0, count),
    };
  }
}
