import { done, failed, type Result } from "../result.ts";
import type { ReadBytes } from "../search/segment/segment.ts";
import { responseOf } from "./files.ts";

/** So much of a file is read at first, in bytes: a small one is there at once. */
const FIRST = 700_000;
/** What is read later is read in blocks, for 64 kB take hardly longer than four; so many of them are kept. */
const BLOCK = 65_536;
const MOST_BLOCKS = 96;
/** More blocks than this at once are read past those that are kept. */
const LONG = 16;

/**
 * A file of the shipped library, to be read by slices. Chromium answers a range with just those bytes, and status 200
 * (156); a browser that answers with the whole file is as welcome.
 */
export async function fileSlices(name: string): Promise<Result<ReadBytes>> {
  const first = await sliceOf(name, 0, FIRST);
  if (!first) return failed("library-missing");
  // A shorter answer than was asked for is the whole file, and so is a longer one.
  if (first.length !== FIRST) return done(async (from, to) => first.subarray(from, to));
  const blocks = blocksOf(name);
  return done(async (from, to) => (to <= FIRST ? first.subarray(from, to) : blocks(from, to)));
}

function blocksOf(name: string): ReadBytes {
  const kept = new Map<number, Promise<Uint8Array>>();
  const block = (index: number) => {
    const known = kept.get(index) ?? sliceOf(name, index * BLOCK, (index + 1) * BLOCK).then(orNothing);
    // The one used last is forgotten last.
    kept.delete(index);
    kept.set(index, known);
    if (kept.size > MOST_BLOCKS) kept.delete(kept.keys().next().value!);
    return known;
  };
  return async (from, to) => {
    const [start, end] = [Math.floor(from / BLOCK), Math.ceil(to / BLOCK)];
    if (end - start > LONG) return orNothing(await sliceOf(name, from, to));
    const parts = await Promise.all(Array.from({ length: end - start }, (_, i) => block(start + i)));
    const [only] = parts;
    if (only && parts.length === 1) return only.subarray(from - start * BLOCK, to - start * BLOCK);
    const bytes = new Uint8Array(to - from);
    for (const [i, part] of parts.entries()) {
      const at = (start + i) * BLOCK;
      bytes.set(part.subarray(Math.max(0, from - at), Math.max(0, to - at)), Math.max(0, at - from));
    }
    return bytes;
  };
}

const orNothing = (bytes: Uint8Array | null): Uint8Array => bytes ?? new Uint8Array();

/** Some bytes of a file; fewer at its end, null where there is no such file. */
async function sliceOf(name: string, from: number, to: number): Promise<Uint8Array | null> {
  const response = await responseOf(name, { headers: { Range: `bytes=${from}-${to - 1}` } });
  if (!response) return null;
  const bytes = new Uint8Array(await response.arrayBuffer());
  return from > 0 && bytes.length > to - from ? bytes.subarray(from, to) : bytes;
}
