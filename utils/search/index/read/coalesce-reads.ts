import type { ReadBytes } from "../format/bytes.ts";

/**
 * Bytes that are read beside those that were asked for rather than in a read of their own: a slice of a file takes a
 * browser about a millisecond, however small, and hardly more up to this (Chromium 156, 2026-11-26).
 */
const MAX_GAP_BYTES = 256_000;

interface PendingRead {
  from: number;
  to: number;
  resolve: (bytes: ReturnType<ReadBytes>) => void;
}

/** Reads in one go what is asked for in one breath and lies near each other. */
export function coalesceReads(read: ReadBytes, gap = MAX_GAP_BYTES): ReadBytes {
  let waiting: PendingRead[] = [];
  const flush = () => {
    const all = waiting.toSorted((a, b) => a.from - b.from);
    waiting = [];
    for (let i = 0; i < all.length;) {
      const { from } = all[i]!;
      let { to } = all[i]!;
      let end = i + 1;
      for (; end < all.length && all[end]!.from <= to + gap; end++) to = Math.max(to, all[end]!.to);
      const group = all.slice(i, end);
      const reading = read(from, to);
      for (const one of group)
        one.resolve(reading.then((bytes) => bytes.subarray(one.from - from, one.to - from)));
      i = end;
    }
  };
  return (from, to) =>
    new Promise((resolve) => {
      if (!waiting.length) queueMicrotask(flush);
      waiting.push({ from, to, resolve });
    });
}
