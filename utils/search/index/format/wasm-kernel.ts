import { KERNEL_BASE64 } from "./kernel-base64.ts";

/** MiniSearch's BM25+ and its constants (7.2.0). */
export const BM25 = { k: 1.2, b: 0.7, d: 0.5 } as const;

/** Passages that are gone through at a time: what is kept of each stays in the processor's cache. The kernel has room for so many. */
export const PASSAGES_PER_BATCH = 32_768;

/** What `kernel.wat` exports; all numbers are whole but the weight. */
interface KernelExports {
  memory: WebAssembly.Memory;
  decodePostings(length: number, at: number, count: number, plain: number, doc: number): number;
  addContribution(
    count: number,
    from: number,
    passages: number,
    weight: number,
    slot: number,
    needed: number,
    heard: number,
  ): number;
  takePassages(from: number, passages: number, least: number): number;
  computeChecksum(steps: number, hash: number): number;
}

/** Lists in its memory, by what lies there. */
const KERNEL_BUFFERS = ["lengths", "docs", "times", "scores", "sounds", "free"] as const;
type KernelBuffer = (typeof KERNEL_BUFFERS)[number];

/** The kernel, ready to run. What lies in its memory holds until something else is done with it: nothing is awaited meanwhile. */
export class WasmKernel {
  readonly functions: KernelExports;
  readonly #at: Readonly<Record<KernelBuffer, number>>;

  constructor(instance: WebAssembly.Instance) {
    const { exports } = instance;
    this.functions = exports as unknown as KernelExports;
    this.#at = Object.fromEntries(
      KERNEL_BUFFERS.map((place) => [place, (exports[place] as WebAssembly.Global<"i32">).value]),
    ) as Record<KernelBuffer, number>;
  }

  /** Bytes of its memory from a place on; there is room for so many. */
  getBytes(place: KernelBuffer, length: number): Uint8Array<ArrayBuffer> {
    const at = this.#at[place];
    const { memory } = this.functions;
    const missing = at + length - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / WASM_PAGE_BYTES));
    return new Uint8Array(memory.buffer as ArrayBuffer, at, length);
  }

  /** The same as whole numbers of four bytes. */
  getNumbers(place: KernelBuffer, count: number): Uint32Array<ArrayBuffer> {
    const { buffer, byteOffset } = this.getBytes(place, count * 4);
    return new Uint32Array(buffer, byteOffset, count);
  }

  /** The same as fractions of eight bytes. */
  getFloats(place: KernelBuffer, count: number): Float64Array<ArrayBuffer> {
    const { buffer, byteOffset } = this.getBytes(place, count * 8);
    return new Float64Array(buffer, byteOffset, count);
  }
}

/** Memory grows by so many bytes. */
const WASM_PAGE_BYTES = 65_536;

let cachedKernel: WasmKernel | null | undefined;

/** The kernel; null where the browser runs no WebAssembly, which some turn off. It is ready after half a millisecond. */
export function getKernel(): WasmKernel | null {
  if (cachedKernel !== undefined) return cachedKernel;
  try {
    cachedKernel = new WasmKernel(createKernelInstance());
  } catch {
    // Nobody misses anything: the plain code does the same, and only takes longer.
    cachedKernel = null;
  }
  return cachedKernel;
}

function createKernelInstance(): WebAssembly.Instance {
  const bytes = Uint8Array.from(atob(KERNEL_BASE64), (letter) => letter.codePointAt(0)!);
  const bm25 = { d: BM25.d, k: BM25.k + 1 };
  return new WebAssembly.Instance(new WebAssembly.Module(bytes), { bm25 });
}
