/**
 * Finds a longest subsequence that never descends, by patience sorting in O(n log n) steps:
 * https://en.wikipedia.org/wiki/Longest_increasing_subsequence
 * @returns The indexes of its numbers. Of several subsequences of that length, one is chosen.
 */
export function findLongestAscending(numbers: readonly number[]): Set<number> {
  /** `tails[n]`: index of the smallest number that ends a subsequence of n + 1 numbers so far. */
  const tails: number[] = [];
  const previous: number[] = [];
  for (const [k, number] of numbers.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numbers[tails[middle]!]! <= number) low = middle + 1;
      else high = middle;
    }
    previous[k] = low ? tails[low - 1]! : -1;
    tails[low] = k;
  }
  const longest = new Set<number>();
  for (let k = tails.at(-1) ?? -1; k >= 0; k = previous[k]!) longest.add(k);
  return longest;
}
