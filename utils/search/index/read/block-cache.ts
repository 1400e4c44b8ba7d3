import type { ReadBytes } from "../format/bytes.ts";

interface BlockCacheOptions {
  blockBytes: number;
  /** Blocks to keep, those used last. */
  maxBlocks: number;
  /** Reads that span more blocks bypass the cache. */
  maxBlocksPerRead: number;
}

/** Reads in aligned blocks and keeps the last ones, for sources where a large read costs hardly more than a small one. */
export function cacheBlocks(
  read: ReadBytes,
  { blockBytes, maxBlocks, maxBlocksPerRead }: BlockCacheOptions,
): ReadBytes {
  const cache = new Map<number, ReturnType<ReadBytes>>();
  const readBlock = (index: number) => {
    const block = cache.get(index) ?? read(index * blockBytes, (index + 1) * blockBytes);
    // A map iterates in order of insertion, so the first block is the one unused for longest.
    cache.delete(index);
    cache.set(index, block);
    if (cache.size > maxBlocks) cache.delete(cache.keys().next().value!);
    return block;
  };
  return async (from, to) => {
    const first = Math.floor(from / blockBytes);
    const count = Math.ceil(to / blockBytes) - first;
    if (count > maxBlocksPerRead) return read(from, to);
    const blocks = await Promise.all(Array.from({ length: count }, (_, i) => readBlock(first + i)));
    const [only] = blocks;
    if (only && blocks.length === 1) return only.subarray(from - first * blockBytes, to - first * blockBytes);
    const bytes = new Uint8Array(to - from);
    for (const [i, block] of blocks.entries()) {
      const start = (first + i) * blockBytes;
      bytes.set(
        block.subarray(Math.max(0, from - start), Math.max(0, to - start)),
        Math.max(0, start - from),
      );
    }
    return bytes;
  };
}
