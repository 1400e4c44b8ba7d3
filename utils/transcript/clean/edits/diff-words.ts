import type { Evidence } from "../../model/evidence.ts";
import { normalizeWords } from "../../model/normalize-words.ts";
import { MAX_CHANGE_WORDS, type TokenRewrite } from "../tokens/apply-rewrites.ts";

/**
 * The fewest and shortest rewrites that turn heard words into shown ones.
 * Words that both have remain; they get the capitals and punctuation of the shown word.
 *
 * @param from Index of the first heard word's token; each heard word is one token.
 */
export function diffWords(
  heard: readonly string[],
  shown: readonly string[],
  from: number,
  why: Evidence,
): TokenRewrite[] {
  const common = findCommonSubsequence(heard.map(normalizeWords), shown.map(normalizeWords));
  const rewrites: TokenRewrite[] = [];
  let [i, j] = [0, 0];
  for (const [a, b] of [...common, [heard.length, shown.length] as const]) {
    rewrites.push(...createRunRewrites(from + i, a - i, shown.slice(j, b), why));
    if (a < heard.length) rewrites.push({ from: from + a, to: from + a + 1, words: [shown[b]!], why });
    [i, j] = [a + 1, b + 1];
  }
  return rewrites;
}

/** Replaces a run of heard words, in parts short enough for one Change each. */
function createRunRewrites(
  from: number,
  length: number,
  words: readonly string[],
  why: Evidence,
): TokenRewrite[] {
  if (!length && !words.length) return [];
  const count = Math.max(1, Math.ceil(length / MAX_CHANGE_WORDS));
  return Array.from({ length: count }, (_, k): TokenRewrite => {
    const getBounds = (n: number) =>
      [Math.round((n * k) / count), Math.round((n * (k + 1)) / count)] as const;
    const [start, end] = getBounds(length);
    return { from: from + start, to: from + end, words: words.slice(...getBounds(words.length)), why };
  });
}

/**
 * The longest common subsequence of two short lists, as pairs of indexes.
 *
 * @see https://en.wikipedia.org/wiki/Longest_common_subsequence
 */
function findCommonSubsequence(a: readonly string[], b: readonly string[]): [number, number][] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i]![j] =
        a[i] === b[j] && a[i]
          ? lengths[i + 1]![j + 1]! + 1
          : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j] && a[i]) pairs.push([i++, j++]);
    else if (lengths[i + 1]![j]! >= lengths[i]![j + 1]!) i++;
    else j++;
  }
  return pairs;
}
