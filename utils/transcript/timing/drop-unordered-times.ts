/** Indexes of the longest row of numbers that never go back; of several such rows one. */
export function findLongestAscending(numbers: readonly number[]): Set<number> {
  // Patience sorting: `tails[n]` ends the best row of n + 1 numbers so far.
  const tails: number[] = [];
  const before: number[] = [];
  for (const [k, number] of numbers.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numbers[tails[middle]!]! <= number) low = middle + 1;
      else high = middle;
    }
    before[k] = low ? tails[low - 1]! : -1;
    tails[low] = k;
  }
  const kept = new Set<number>();
  for (let k = tails.at(-1) ?? -1; k >= 0; k = before[k]!) kept.add(k);
  return kept;
}

/**
 * Takes away the times that break the order, as few as can be: one time far too late must not cost all behind it.
 * What stays is the longest row of times that never go back.
 */
export function dropUnorderedTimes<T extends { start: number | null }>(pieces: T[]): T[] {
  const timed = pieces.flatMap((piece, i) => (piece.start === null ? [] : [i]));
  const kept = findLongestAscending(timed.map((i) => pieces[i]!.start!));
  if (kept.size === timed.length) return pieces;
  const wrong = new Set(timed.filter((_, k) => !kept.has(k)));
  return pieces.map((piece, i) => (wrong.has(i) ? { ...piece, start: null } : piece));
}
