import type { ByteWriter } from "./bytes.ts";
import { BitReader, BitWriter } from "./bits.ts";
import type { Postings } from "./postings.ts";
import { PASSAGES_PER_BATCH, getKernel, type WasmKernel } from "./wasm-kernel.ts";

/** Postings per block. Each block begins at a byte boundary, so decoding can start at any of them. */
export const PASSAGES_PER_BLOCK = 128;

const bitWriter = new BitWriter();

/**
 * The parameter of the Rice code for the gaps between passages: the number of low bits that are written verbatim.
 * Near the optimum for gaps of mean `passageCount / count`. https://en.wikipedia.org/wiki/Golomb_coding#Rice_coding
 * @returns 0 to 24.
 */
const computeRiceParameter = (count: number, passageCount: number): number =>
  Math.min(24, Math.max(0, 31 - Math.clz32(Math.floor((passageCount * 7) / (Math.max(1, count) * 10)))));

/**
 * Writes the gap to each passage as a Rice code and its frequency as a unary code.
 * @param passageCount Number of passages of the segment.
 * @returns Offset in bytes of each block.
 */
export function writePostings(
  out: ByteWriter,
  { docs, frequencies }: Postings,
  passageCount: number,
): number[] {
  const riceParameter = computeRiceParameter(docs.length, passageCount);
  const blockStarts: number[] = [];
  let previousDoc = -1;
  for (let i = 0; i < docs.length; i++) {
    if (i % PASSAGES_PER_BLOCK === 0) blockStarts.push(bitWriter.align());
    const gap = docs[i]! - previousDoc - 1;
    previousDoc = docs[i]!;
    bitWriter.writeUnary(gap >> riceParameter);
    bitWriter.writeBits(gap, riceParameter);
    bitWriter.writeUnary(frequencies[i]! - 1);
  }
  bitWriter.align();
  out.writeBytes(bitWriter.takeBytes());
  return blockStarts;
}

/** What decoding has to know; the bytes do not tell it. */
interface PostingsRange {
  /** Number of the word's postings, and of the segment's passages. */
  count: number;
  passageCount: number;
  /** Number of postings to decode (all), and the passage before the first of them (-1). */
  length?: number;
  previousDoc?: number;
}

/** Decodes postings from the start of a block on. Damaged bytes give wrong numbers, but no error. */
export function readPostings(bytes: Uint8Array, range: PostingsRange): Postings {
  const kernel = getKernel();
  return kernel ? readKernelPostings(kernel, bytes, range) : readPlainPostings(bytes, range);
}

/** Zero bytes that the kernel needs after its input, because it loads four bytes at a time. */
const PADDING_BYTES = 4;

function readKernelPostings(
  kernel: WasmKernel,
  bytes: Uint8Array,
  { count, passageCount, length = count, previousDoc = -1 }: PostingsRange,
): Postings {
  const docs = new Uint32Array(length);
  const frequencies = new Uint32Array(length);
  const riceParameter = computeRiceParameter(count, passageCount);
  const input = kernel.getBytes("scratch", bytes.length + PADDING_BYTES);
  input.set(bytes);
  input.fill(0, bytes.length);
  let bit = 0;
  // Batches are multiples of a block.
  for (let start = 0; start < length; start += PASSAGES_PER_BATCH) {
    const batch = Math.min(PASSAGES_PER_BATCH, length - start);
    const last = start ? docs[start - 1]! : previousDoc;
    bit = kernel.functions.decodePostings(bytes.length, bit, batch, riceParameter, last);
    docs.set(kernel.getNumbers("docs", batch), start);
    frequencies.set(kernel.getNumbers("frequencies", batch), start);
  }
  return { docs, frequencies };
}

/** Decodes postings without the kernel. Exported for the test that compares both. */
export function readPlainPostings(
  bytes: Uint8Array,
  { count, passageCount, length = count, previousDoc = -1 }: PostingsRange,
): Postings {
  const docs = new Uint32Array(length);
  const frequencies = new Uint32Array(length);
  const riceParameter = computeRiceParameter(count, passageCount);
  const reader = new BitReader(bytes);
  let doc = previousDoc;
  for (let i = 0; i < length; i++) {
    if (i % PASSAGES_PER_BLOCK === 0) reader.align();
    const quotient = reader.readUnary();
    docs[i] = doc += 1 + (quotient << riceParameter) + reader.readBits(riceParameter);
    frequencies[i] = 1 + reader.readUnary();
  }
  return { docs, frequencies };
}
