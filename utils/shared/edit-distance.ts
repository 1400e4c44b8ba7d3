/**
 * Levenshtein distance between two words, in letters.
 *
 * @see https://en.wikipedia.org/wiki/Levenshtein_distance
 */
export function computeEditDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++)
      next.push(Math.min(row[j]! + (a[i] === b[j] ? 0 : 1), row[j + 1]! + 1, next[j]! + 1));
    row = next;
  }
  return row.at(-1)!;
}

/**
 * How alike two words are spelt.
 *
 * @returns 1 for the same letters, 0 for no letter in common.
 */
export const computeSpellingSimilarity = (a: string, b: string): number =>
  1 - computeEditDistance(a, b) / Math.max(a.length, b.length, 1);
