import type { Piece } from "../clean/draft.ts";

/**
 * Takes away the times that break the order, as few as can be: one time far too late must not cost all behind it.
 * What stays is the longest row of times that never go back.
 */
export function keepOrder(pieces: Piece[]): Piece[] {
  const timed = pieces.flatMap((piece, i) => (piece.start === null ? [] : [i]));
  const start = (k: number) => pieces[timed[k]!]!.start!;
  if (timed.every((_, k) => k === 0 || start(k) >= start(k - 1))) return pieces;
  // Patience sorting: `tails[n]` ends the best row of n + 1 times so far.
  const tails: number[] = [];
  const before: number[] = [];
  for (const k of timed.keys()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (start(tails[middle]!) <= start(k)) low = middle + 1;
      else high = middle;
    }
    before[k] = low ? tails[low - 1]! : -1;
    tails[low] = k;
  }
  const kept = new Set<number>();
  for (let k = tails.at(-1) ?? -1; k >= 0; k = before[k]!) kept.add(timed[k]!);
  return pieces.map((piece, i) => (piece.start === null || kept.has(i) ? piece : { ...piece, start: null }));
}
