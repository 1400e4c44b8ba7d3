import type { Numbers } from "../bytes.ts";
import type { Answers, Row, Tally } from "../tally.ts";
import type { Kernel } from "./kernel.ts";

/** A tally in the kernel's memory; there is one of them at a time, and nothing else is done with the kernel meanwhile. */
export class KernelTally implements Tally {
  readonly #kernel: Kernel;
  readonly #lengths: Numbers;
  #from = 0;
  #count = 0;

  /** @param norms What each length makes of how often a word stands in a passage. */
  constructor(kernel: Kernel, lengths: Numbers, norms: Float64Array) {
    this.#kernel = kernel;
    this.#lengths = lengths;
    kernel.floats("free", norms.length).set(norms);
  }

  begin(from: number, to: number): void {
    this.#from = from;
    this.#count = to - from;
    this.#kernel.numbers("lengths", this.#count).set(this.#lengths.subarray(from, to));
  }

  add({ postings: { docs, times }, weight, slot, isSound, needed }: Row, first: number, end: number): number {
    const kernel = this.#kernel;
    const count = end - first;
    kernel.numbers("docs", count).set(docs.subarray(first, end));
    kernel.numbers("times", count).set(times.subarray(first, end));
    return kernel.run.add(count, this.#from, this.#count, weight, slot, needed, isSound ? 0 : 1);
  }

  take(least: number): Answers {
    const kernel = this.#kernel;
    const count = kernel.run.take(this.#from, this.#count, least);
    return {
      docs: kernel.numbers("docs", count),
      scores: kernel.floats("scores", count),
      sounds: kernel.bytes("sounds", count),
    };
  }
}
