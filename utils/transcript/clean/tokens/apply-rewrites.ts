import type { Evidence } from "../../model/evidence.ts";
import { normalizeWords } from "../../model/normalize-words.ts";
import type { Token, TokenCorrection } from "./token.ts";

/** Shows the tokens from index `from` up to `to` as other words. An empty range puts words in before `from`. */
export interface TokenRewrite {
  from: number;
  to: number;
  /** One entry per word, with its punctuation; none to take the tokens out. */
  words: readonly string[];
  why: Evidence;
  /** Exempt from the maximum length: the source shows the words twice. */
  folded?: boolean;
}

/** A Change covers at most this many heard words. */
export const MAX_CHANGE_WORDS = 6;

/**
 * Applies rewrites and records each as a correction.
 * A rewrite of tokens that an earlier step corrected replaces its correction, except for the heard words.
 * A rewrite that changes only capitals or punctuation is not recorded.
 * Rewrites over more than six heard words, or over a change of speaker, are skipped.
 *
 * @param rewrites Ascending, without overlap; an overlapping rewrite is skipped.
 */
export function applyRewrites(tokens: Token[], rewrites: readonly TokenRewrite[], step: string): Token[] {
  if (!rewrites.length) return tokens;
  const result: Token[] = [];
  let next = 0;
  for (const { from, to, words, why, folded } of rewrites) {
    if (from < next) continue;
    for (; next < from; next++) result.push(tokens[next]!);
    if (from === to) {
      result.push(...createInsertedTokens(tokens, from, words, { heard: "", step, why }));
      continue;
    }
    const old = tokens.slice(from, to);
    next = to;
    if (old.some(({ speaker, kind }) => speaker !== old[0]!.speaker || kind !== old[0]!.kind)) {
      result.push(...old);
      continue;
    }
    if (hasSameWords(old, words)) {
      result.push(...updateTokenTexts(old, words));
      continue;
    }
    const [before, after] = findSharedNeighbors(old, result, tokens, to);
    const heard = joinHeardText([...before, ...old, ...after]);
    if (!folded && normalizeWords(heard).split(" ").length > MAX_CHANGE_WORDS) {
      result.push(...old);
      continue;
    }
    const correction: TokenCorrection = { heard, step, why };
    result.length -= before.length;
    next += after.length;
    const shown = words.length ? replaceTokenWords(old, words) : [{ ...old[0]!, text: "" }];
    for (const token of [...before, ...shown, ...after]) result.push({ ...token, correction });
  }
  for (; next < tokens.length; next++) result.push(tokens[next]!);
  return result;
}

/** Tokens for words that the source does not have. */
function createInsertedTokens(
  tokens: Token[],
  index: number,
  words: readonly string[],
  correction: TokenCorrection,
): Token[] {
  const neighbor = tokens[index] ?? tokens.at(-1);
  if (!neighbor) return [];
  const { speaker, cueOffset, kind } = neighbor;
  return words.map((text): Token => ({
    text,
    correction,
    start: null,
    speaker,
    boundary: "word",
    cueOffset,
    kind,
  }));
}

const hasSameWords = (old: Token[], words: readonly string[]) =>
  words.length > 0 &&
  normalizeWords(old.map(({ text }) => text).join(" ")) === normalizeWords(words.join(" "));

/** The same words with other capitals or punctuation. Where their number is the same, corrections remain. */
function updateTokenTexts(old: Token[], words: readonly string[]): Token[] {
  const visible = old.filter(({ text }) => text);
  if (visible.length !== words.length)
    return visible.some(({ correction }) => correction) ? old : replaceTokenWords(old, words);
  let k = 0;
  return old.map((token) => (token.text ? { ...token, text: words[k++]! } : token));
}

/** New words in place of old ones. Each takes its time and other facts from the old token at the same position. */
function replaceTokenWords(old: Token[], words: readonly string[]): Token[] {
  const visible = old.filter(({ text }) => text);
  const templates = visible.length ? visible : old;
  return words.map((text, i): Token => {
    const { lost, brokenMark, ...template } = templates[Math.min(i, templates.length - 1)]!;
    if (i === 0) return { ...template, text, ...(lost && { lost }), ...(brokenMark && { brokenMark }) };
    const isOneToOne = words.length === templates.length;
    return { ...template, text, ...(!isOneToOne && { start: null, boundary: "word" as const }) };
  });
}

/** The tokens directly before and after the old ones that share a correction with them. */
function findSharedNeighbors(
  old: Token[],
  result: Token[],
  tokens: Token[],
  to: number,
): [before: Token[], after: Token[]] {
  const [first, last] = [old[0]!.correction, old.at(-1)!.correction];
  let start = result.length;
  if (first) while (result[start - 1]?.correction === first) start--;
  let end = to;
  if (last) while (tokens[end]?.correction === last) end++;
  return [result.slice(start), tokens.slice(to, end)];
}

/** The words that the source has in place of some tokens. */
function joinHeardText(tokens: readonly Token[]): string {
  return tokens
    .flatMap(({ text, correction }, i) => {
      if (!correction) return [text];
      return tokens[i - 1]?.correction === correction ? [] : [correction.heard];
    })
    .filter(Boolean)
    .join(" ");
}
