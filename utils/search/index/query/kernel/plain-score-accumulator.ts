import type { NumberArray } from "../../format/bytes.ts";
import type { ScoredPassages, TermContribution, ScoreAccumulator } from "./score-accumulator.ts";
import { PASSAGES_PER_BATCH, BM25 } from "../../format/wasm-kernel.ts";

/** Accumulates without the kernel, for browsers with WebAssembly turned off. */
export class PlainScoreAccumulator implements ScoreAccumulator {
  readonly #lengths: NumberArray;
  readonly #norms: Float64Array;
  #from = 0;
  #count = 0;
  readonly #scores = new Float64Array(PASSAGES_PER_BATCH);
  /** Query terms found in each passage, and the number of the last of them. */
  readonly #termCounts = new Uint16Array(PASSAGES_PER_BATCH);
  readonly #lastTerms = new Uint16Array(PASSAGES_PER_BATCH);
  /** 1 where a variant matched by its spelling. */
  readonly #isSpelled = new Uint8Array(PASSAGES_PER_BATCH);

  /** @param norms The length norm of each passage length. */
  constructor(lengths: NumberArray, norms: Float64Array) {
    this.#lengths = lengths;
    this.#norms = norms;
  }

  begin(from: number, to: number): void {
    this.#from = from;
    this.#count = to - from;
    for (const list of [this.#scores, this.#termCounts, this.#lastTerms, this.#isSpelled]) list.fill(0);
  }

  add(contribution: TermContribution, first: number, end: number): number {
    const { docs, frequencies } = contribution.postings;
    const { weight, termNumber, isSound, requiredTerms } = contribution;
    const [scores, termCounts, lastTerms] = [this.#scores, this.#termCounts, this.#lastTerms];
    let added = 0;
    for (let i = first; i < end; i++) {
      const doc = docs[i]!;
      const at = doc - this.#from;
      if (termCounts[at]! < requiredTerms) continue;
      const frequency = frequencies[i]!;
      const norm = this.#norms[this.#lengths[doc]!]!;
      scores[at]! += weight * (BM25.d + (frequency * (BM25.k + 1)) / (frequency + norm));
      if (!isSound) this.#isSpelled[at] = 1;
      if (lastTerms[at] !== termNumber) {
        lastTerms[at] = termNumber;
        termCounts[at]!++;
      }
      added++;
    }
    return added;
  }

  take(minTerms: number): ScoredPassages {
    const docs = new Uint32Array(this.#count);
    const scores = new Float64Array(this.#count);
    const soundOnly = new Uint8Array(this.#count);
    let count = 0;
    for (let at = 0; at < this.#count; at++) {
      const termCount = this.#termCounts[at]!;
      if (termCount < minTerms) continue;
      docs[count] = this.#from + at;
      // MiniSearch multiplies by the number of terms found, which favours passages with more of the query.
      scores[count] = this.#scores[at]! * termCount;
      soundOnly[count++] = 1 - this.#isSpelled[at]!;
    }
    return {
      docs: docs.subarray(0, count),
      scores: scores.subarray(0, count),
      soundOnly: soundOnly.subarray(0, count),
    };
  }
}
