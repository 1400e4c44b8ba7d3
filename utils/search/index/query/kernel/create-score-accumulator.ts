import { findLargest, type NumberArray } from "../../format/bytes.ts";
import { BM25, getKernel } from "../../format/wasm-kernel.ts";
import { PlainScoreAccumulator } from "./plain-score-accumulator.ts";
import type { ScoreAccumulator } from "./score-accumulator.ts";
import { WasmScoreAccumulator } from "./wasm-score-accumulator.ts";

/** The lengths of a segment's passages in distinct words. */
interface PassageLengths {
  lengths: NumberArray;
  meanLength: number;
}

/** Creates an accumulator on the kernel, or a plain one. Use it up before any other kernel call and any `await`. */
export function createScoreAccumulator(segment: PassageLengths): ScoreAccumulator {
  const kernel = getKernel();
  const norms = getLengthNorms(segment);
  return kernel
    ? new WasmScoreAccumulator(kernel, segment.lengths, norms)
    : new PlainScoreAccumulator(segment.lengths, norms);
}

const normsBySegment = new WeakMap<PassageLengths, Float64Array>();

/** The length norm of BM25+ for each length: `k * (1 - b + b * length / meanLength)`. There are few lengths. */
function getLengthNorms(segment: PassageLengths): Float64Array {
  const cached = normsBySegment.get(segment);
  if (cached) return cached;
  const { lengths, meanLength } = segment;
  const maxLength = lengths instanceof Uint8Array ? 255 : findLargest(lengths);
  const { k, b } = BM25;
  const norms = Float64Array.from({ length: maxLength + 1 }, (_, n) => k * (1 - b + (b * n) / meanLength));
  normsBySegment.set(segment, norms);
  return norms;
}
