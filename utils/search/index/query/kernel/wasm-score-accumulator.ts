import type { NumberArray } from "../../format/bytes.ts";
import type { ScoredPassages, TermContribution, ScoreAccumulator } from "./score-accumulator.ts";
import type { WasmKernel } from "../../format/wasm-kernel.ts";

/** A tally in the kernel's memory; there is one of them at a time, and nothing else is done with the kernel meanwhile. */
export class WasmScoreAccumulator implements ScoreAccumulator {
  readonly #kernel: WasmKernel;
  readonly #lengths: NumberArray;
  #from = 0;
  #count = 0;

  /** @param norms What each length makes of how often a word stands in a passage. */
  constructor(kernel: WasmKernel, lengths: NumberArray, norms: Float64Array) {
    this.#kernel = kernel;
    this.#lengths = lengths;
    kernel.getFloats("free", norms.length).set(norms);
  }

  begin(from: number, to: number): void {
    this.#from = from;
    this.#count = to - from;
    this.#kernel.getNumbers("lengths", this.#count).set(this.#lengths.subarray(from, to));
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
    const kernel = this.#kernel;
    const count = end - first;
    kernel.getNumbers("docs", count).set(docs.subarray(first, end));
    kernel.getNumbers("times", count).set(times.subarray(first, end));
    return kernel.functions.addContribution(
      count,
      this.#from,
      this.#count,
      weight,
      slot,
      needed,
      isSound ? 0 : 1,
    );
  }

  take(least: number): ScoredPassages {
    const kernel = this.#kernel;
    const count = kernel.functions.takePassages(this.#from, this.#count, least);
    return {
      docs: kernel.getNumbers("docs", count),
      scores: kernel.getFloats("scores", count),
      soundOnly: kernel.getBytes("sounds", count),
    };
  }
}
