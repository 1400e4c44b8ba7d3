import type { Evidence } from "../../model/evidence.ts";
import { normalizeWords } from "../../model/normalize-words.ts";
import { MAX_CHANGE_WORDS, type TokenRewrite } from "../tokens/apply-rewrites.ts";

/**
 * The rewrites that turn heard words into shown ones, as few and as short as can be: a word that both have is kept
 * and only dressed anew. `from` is the index of the first heard word's piece; heard words are one piece each.
 */
export function diffWords(
  heard: readonly string[],
  shown: readonly string[],
  from: number,
  why: Evidence,
): TokenRewrite[] {
  const kept = findCommonSubsequence(heard.map(normalizeWords), shown.map(normalizeWords));
  const rewrites: TokenRewrite[] = [];
  let [i, j] = [0, 0];
  for (const [a, b] of [...kept, [heard.length, shown.length] as const]) {
    rewrites.push(...replaceRun(from + i, a - i, shown.slice(j, b), why));
    if (a < heard.length) rewrites.push({ from: from + a, to: from + a + 1, words: [shown[b]!], why });
    [i, j] = [a + 1, b + 1];
  }
  return rewrites;
}

/** One run of heard words against one of shown words, in parts that each cover few enough heard words. */
function replaceRun(from: number, length: number, words: readonly string[], why: Evidence): TokenRewrite[] {
  if (!length && !words.length) return [];
  const parts = Math.max(1, Math.ceil(length / MAX_CHANGE_WORDS));
  return Array.from({ length: parts }, (_, k): TokenRewrite => {
    const cut = (n: number) => [Math.round((n * k) / parts), Math.round((n * (k + 1)) / parts)] as const;
    const [start, end] = cut(length);
    return { from: from + start, to: from + end, words: words.slice(...cut(words.length)), why };
  });
}

/** The longest common row of two short lists, as pairs of indexes. */
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
