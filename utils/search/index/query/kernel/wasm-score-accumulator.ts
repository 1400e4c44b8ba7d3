import type { NumberArray } from "../../format/bytes.ts";
import type { ScoredPassages, TermContribution, ScoreAccumulator } from "./score-accumulator.ts";
import type { WasmKernel } from "../../format/wasm-kernel.ts";

/** Accumulates in the kernel's memory, which has room for one accumulator. */
export class WasmScoreAccumulator implements ScoreAccumulator {
  readonly #kernel: WasmKernel;
  readonly #lengths: NumberArray;
  #from = 0;
  #count = 0;

  /** @param norms The length norm of each passage length. */
  constructor(kernel: WasmKernel, lengths: NumberArray, norms: Float64Array) {
    this.#kernel = kernel;
    this.#lengths = lengths;
    kernel.getFloats("scratch", norms.length).set(norms);
  }

  begin(from: number, to: number): void {
    this.#from = from;
    this.#count = to - from;
    this.#kernel.getNumbers("lengths", this.#count).set(this.#lengths.subarray(from, to));
  }

  add(contribution: TermContribution, first: number, end: number): number {
    const { postings, weight, termNumber, isSound, requiredTerms } = contribution;
    const kernel = this.#kernel;
    const count = end - first;
    kernel.getNumbers("docs", count).set(postings.docs.subarray(first, end));
    kernel.getNumbers("frequencies", count).set(postings.frequencies.subarray(first, end));
    return kernel.functions.addContribution(
      count,
      this.#from,
      this.#count,
      weight,
      termNumber,
      requiredTerms,
      isSound ? 0 : 1,
    );
  }

  take(minTerms: number): ScoredPassages {
    const kernel = this.#kernel;
    const count = kernel.functions.takePassages(this.#from, this.#count, minTerms);
    return {
      docs: kernel.getNumbers("docs", count),
      scores: kernel.getFloats("scores", count),
      soundOnly: kernel.getBytes("soundOnly", count),
    };
  }
}
