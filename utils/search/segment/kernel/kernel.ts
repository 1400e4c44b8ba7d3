import { KERNEL } from "./bytes.ts";

/** MiniSearch's BM25+ and its constants (7.2.0). */
export const BM25 = { k: 1.2, b: 0.7, d: 0.5 } as const;

/** Passages that are gone through at a time: what is kept of each stays in the processor's cache. The kernel has room for so many. */
export const AT_A_TIME = 32_768;

/** What `kernel.wat` exports; all numbers are whole but the weight. */
interface Functions {
  memory: WebAssembly.Memory;
  read(length: number, at: number, count: number, plain: number, doc: number): number;
  add(
    count: number,
    from: number,
    passages: number,
    weight: number,
    slot: number,
    needed: number,
    heard: number,
  ): number;
  take(from: number, passages: number, least: number): number;
  checksum(steps: number, hash: number): number;
}

/** Lists in its memory, by what lies there. */
const PLACES = ["lengths", "docs", "times", "scores", "sounds", "free"] as const;
type Place = (typeof PLACES)[number];

/** The kernel, ready to run. What lies in its memory holds until something else is done with it: nothing is awaited meanwhile. */
export class Kernel {
  readonly run: Functions;
  readonly #at: Readonly<Record<Place, number>>;

  constructor(instance: WebAssembly.Instance) {
    const { exports } = instance;
    this.run = exports as unknown as Functions;
    this.#at = Object.fromEntries(
      PLACES.map((place) => [place, (exports[place] as WebAssembly.Global<"i32">).value]),
    ) as Record<Place, number>;
  }

  /** Bytes of its memory from a place on; there is room for so many. */
  bytes(place: Place, length: number): Uint8Array<ArrayBuffer> {
    const at = this.#at[place];
    const { memory } = this.run;
    const missing = at + length - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
    return new Uint8Array(memory.buffer as ArrayBuffer, at, length);
  }

  /** The same as whole numbers of four bytes. */
  numbers(place: Place, count: number): Uint32Array<ArrayBuffer> {
    const { buffer, byteOffset } = this.bytes(place, count * 4);
    return new Uint32Array(buffer, byteOffset, count);
  }

  /** The same as fractions of eight bytes. */
  floats(place: Place, count: number): Float64Array<ArrayBuffer> {
    const { buffer, byteOffset } = this.bytes(place, count * 8);
    return new Float64Array(buffer, byteOffset, count);
  }
}

/** Memory grows by so many bytes. */
const PAGE = 65_536;

let made: Kernel | null | undefined;

/** The kernel; null where the browser runs no WebAssembly, which some turn off. It is ready after half a millisecond. */
export function kernel(): Kernel | null {
  if (made !== undefined) return made;
  try {
    made = new Kernel(started());
  } catch {
    // Nobody misses anything: the plain code does the same, and only takes longer.
    made = null;
  }
  return made;
}

function started(): WebAssembly.Instance {
  const bytes = Uint8Array.from(atob(KERNEL), (letter) => letter.codePointAt(0)!);
  const bm25 = { d: BM25.d, k: BM25.k + 1 };
  return new WebAssembly.Instance(new WebAssembly.Module(bytes), { bm25 });
}
