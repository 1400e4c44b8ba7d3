import { KERNEL_BASE64 } from "./kernel-base64.ts";

/**
 * Constants of BM25+ in MiniSearch 7.2.0: https://github.com/lucaong/minisearch/blob/master/DESIGN_DOCUMENT.md
 * The lower bound `d` comes from Lv and Zhai (2011):
 * https://experts.illinois.edu/en/publications/lower-bounding-term-frequency-normalization
 */
export const BM25 = { k: 1.2, b: 0.7, d: 0.5 } as const;

/**
 * Passages that are scored at a time. Their accumulators take half a megabyte, which fits into a processor's cache; the
 * kernel's memory is laid out for this number.
 */
export const PASSAGES_PER_BATCH = 32_768;

/** The exports of `kernel.wat`. All numbers are 32-bit integers, `weight` is a 64-bit float. */
interface KernelExports {
  memory: WebAssembly.Memory;
  decodePostings(
    byteLength: number,
    startBit: number,
    count: number,
    riceParameter: number,
    previousDoc: number,
  ): number;
  addContribution(
    count: number,
    from: number,
    passageCount: number,
    weight: number,
    termNumber: number,
    requiredTerms: number,
    isSpelled: number,
  ): number;
  takePassages(from: number, passageCount: number, minTerms: number): number;
  computeChecksum(wordCount: number, hash: number): number;
}

/** Regions of the kernel's memory whose addresses it exports. */
const KERNEL_BUFFERS = ["lengths", "docs", "frequencies", "scores", "soundOnly", "scratch"] as const;
type KernelBuffer = (typeof KERNEL_BUFFERS)[number];

/**
 * The WebAssembly twin of the three hottest loops: postings, checksum and scores. It exists because a popup runs them
 * cold, where the kernel takes three quarters of JavaScript's time: over 1,000 episodes the first result comes after
 * 53 instead of 69 ms, over 10,000 a query (95th percentile) after 104 instead of 140 ms (Chromium 156, 2026-11-26).
 *
 * The views returned are invalidated by the next kernel call; never hold one across an `await`.
 */
export class WasmKernel {
  readonly functions: KernelExports;
  readonly #addresses: Readonly<Record<KernelBuffer, number>>;

  constructor(instance: WebAssembly.Instance) {
    const { exports } = instance;
    this.functions = exports as unknown as KernelExports;
    this.#addresses = Object.fromEntries(
      KERNEL_BUFFERS.map((name) => [name, (exports[name] as WebAssembly.Global<"i32">).value]),
    ) as Record<KernelBuffer, number>;
  }

  /** A view of a region as bytes. The last region, `scratch`, grows as needed. */
  getBytes(name: KernelBuffer, length: number): Uint8Array<ArrayBuffer> {
    const address = this.#addresses[name];
    const { memory } = this.functions;
    const missingBytes = address + length - memory.buffer.byteLength;
    if (missingBytes > 0) memory.grow(Math.ceil(missingBytes / WASM_PAGE_BYTES));
    return new Uint8Array(memory.buffer as ArrayBuffer, address, length);
  }

  /** A view of a region as unsigned 32-bit integers. */
  getNumbers(name: KernelBuffer, count: number): Uint32Array<ArrayBuffer> {
    const { buffer, byteOffset } = this.getBytes(name, count * 4);
    return new Uint32Array(buffer, byteOffset, count);
  }

  /** A view of a region as 64-bit floats. */
  getFloats(name: KernelBuffer, count: number): Float64Array<ArrayBuffer> {
    const { buffer, byteOffset } = this.getBytes(name, count * 8);
    return new Float64Array(buffer, byteOffset, count);
  }
}

/** https://developer.mozilla.org/docs/WebAssembly/Reference/JavaScript_interface/Memory/grow */
const WASM_PAGE_BYTES = 65_536;

let cachedKernel: WasmKernel | null | undefined;

/** The kernel, compiled on first use in half a millisecond. Null where WebAssembly is disabled. */
export function getKernel(): WasmKernel | null {
  if (cachedKernel !== undefined) return cachedKernel;
  try {
    cachedKernel = new WasmKernel(createKernelInstance());
  } catch {
    // The plain implementations give the same results.
    cachedKernel = null;
  }
  return cachedKernel;
}

function createKernelInstance(): WebAssembly.Instance {
  const bytes = Uint8Array.from(atob(KERNEL_BASE64), (character) => character.codePointAt(0)!);
  const bm25 = { d: BM25.d, k: BM25.k + 1 };
  return new WebAssembly.Instance(new WebAssembly.Module(bytes), { bm25 });
}
