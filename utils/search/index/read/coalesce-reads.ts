import type { ReadBytes } from "../format/bytes.ts";

/**
 * Largest gap between two ranges that are read at once. Reading a slice of a file takes a browser about a millisecond,
 * and hardly more up to this size (Chromium 156, 2026-11-26).
 */
const MAX_GAP_BYTES = 256_000;

interface PendingRead {
  from: number;
  to: number;
  resolve: (bytes: ReturnType<ReadBytes>) => void;
}

/** Combines neighbouring reads of the same microtask into one. */
export function coalesceReads(read: ReadBytes, maxGap = MAX_GAP_BYTES): ReadBytes {
  let pending: PendingRead[] = [];
  const flush = () => {
    const sorted = pending.toSorted((a, b) => a.from - b.from);
    pending = [];
    for (let i = 0; i < sorted.length;) {
      const { from } = sorted[i]!;
      let { to } = sorted[i]!;
      let end = i + 1;
      for (; end < sorted.length && sorted[end]!.from <= to + maxGap; end++)
        to = Math.max(to, sorted[end]!.to);
      const group = sorted.slice(i, end);
      const reading = read(from, to);
      for (const request of group)
        request.resolve(reading.then((bytes) => bytes.subarray(request.from - from, request.to - from)));
      i = end;
    }
  };
  return (from, to) =>
    new Promise((resolve) => {
      if (!pending.length) queueMicrotask(flush);
      pending.push({ from, to, resolve });
    });
}
