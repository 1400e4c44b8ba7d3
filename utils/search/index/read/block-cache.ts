import type { ReadBytes } from "../format/bytes.ts";

/** How bytes are read in blocks. */
interface BlockCacheOptions {
  /** Bytes in one. */
  blockBytes: number;
  /** So many are kept, those used last. */
  maxBlocks: number;
  /** More blocks than this at once are read past those that are kept. */
  maxBlocksPerRead: number;
}

/** Reads in blocks, and keeps some: for where a large piece takes hardly longer than a small one. */
export function cacheBlocks(
  read: ReadBytes,
  { blockBytes: size, maxBlocks: most, maxBlocksPerRead: long }: BlockCacheOptions,
): ReadBytes {
  const kept = new Map<number, ReturnType<ReadBytes>>();
  const block = (index: number) => {
    const known = kept.get(index) ?? read(index * size, (index + 1) * size);
    // The one used last is forgotten last.
    kept.delete(index);
    kept.set(index, known);
    if (kept.size > most) kept.delete(kept.keys().next().value!);
    return known;
  };
  return async (from, to) => {
    const [start, end] = [Math.floor(from / size), Math.ceil(to / size)];
    if (end - start > long) return read(from, to);
    const parts = await Promise.all(Array.from({ length: end - start }, (_, i) => block(start + i)));
    const [only] = parts;
    if (only && parts.length === 1) return only.subarray(from - start * size, to - start * size);
    const bytes = new Uint8Array(to - from);
    for (const [i, part] of parts.entries()) {
      const at = (start + i) * size;
      bytes.set(part.subarray(Math.max(0, from - at), Math.max(0, to - at)), Math.max(0, at - from));
    }
    return bytes;
  };
}
