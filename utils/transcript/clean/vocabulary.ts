import type { Context, Piece } from "./draft.ts";
import { kept } from "./kept.ts";

/** How likely a word is, as a natural logarithm; null for a word that is not known. */
type Likelihood = (word: string) => number | null;

/** What is known of words: the common ones, and those so rare in speech that they may be misspelt. */
export interface Vocabulary {
  likely: Likelihood;
  rare: Likelihood;
}

const ENDINGS = /(?:['’](?:s|re|ve|ll|d|m)|n['’]t)$/;
const NUMBER = /^\d[\d.,]*(?:s|x|k|th|st|nd|rd)?$/;
const SINGLE = new Set(["a", "i"]);
/** A word of the transcript itself counts as known when it comes back this often. */
const OWN_TIMES = 3;
/** How many words of the list one word of the transcript weighs. */
const OWN_WEIGHT = 50;
/** Rarer words of the list are mostly misspellings and foreign. */
const LIST_LEAST = 5;

/** A rare word of at least this many letters is no accident of spelling. */
const RARE_LETTERS = 6;
const PREFIX = /^(?:un|re|non|pre|multi|over)(?=\p{L}{4})/u;
const SUFFIX = /(?:s|es|d|ed|ing|ly|al|ally|r|er|ers|rs|ors|ive|able|ity|ness|ments?)$/;

/** What a derived word may be made of: "unprogrammed" of "programmed", "computationally" of "computation". */
function stemsOf(word: string): string[] {
  if (word.length <= 4) return [];
  const stems = [word.replace(PREFIX, ""), word.replace(/ability$/, "able")];
  for (let cut = 1; cut <= 5; cut++) {
    const stem = word.slice(0, -cut);
    if (stem.length >= 4 && SUFFIX.exec(word.slice(-cut))?.[0].length === cut) stems.push(stem, `${stem}e`);
  }
  return stems;
}

/** The letters, digits and apostrophes of a word, in lower case, without the punctuation around them. */
export const bare = kept((text) =>
  text
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""),
);

/** Known words: the list of spoken words, the transcript's own, and the names of the episode. */
export function vocabulary(pieces: Piece[], context: Context): Vocabulary {
  const counts = new Map<string, number>();
  const own = new Map<string, number>();
  for (const { text } of pieces) own.set(bare(text), (own.get(bare(text)) ?? 0) + 1);
  for (const [word, n] of own) if (n >= OWN_TIMES && word.length > 1) counts.set(word, n * OWN_WEIGHT);
  for (const { name } of context.names)
    for (const word of name.split(/\s+/)) counts.set(bare(word), OWN_WEIGHT * OWN_TIMES);
  let total = 1;
  for (const n of context.words.values()) total += n;
  const listed = (word: string) => {
    const n = context.words.get(word) ?? 0;
    return n >= LIST_LEAST ? n : 0;
  };
  const one = kept((word: string): number | null => {
    if (NUMBER.test(word)) return Math.log(1e-4);
    if (word.length === 1 && !SINGLE.has(word)) return null;
    const base = word.replace(ENDINGS, "");
    const rare = word.length >= RARE_LETTERS ? (context.words.get(word) ?? 0) : 0;
    const stems = base === word ? stemsOf(word) : [base];
    const n = Math.max(listed(word), rare, counts.get(word) ?? 0, ...stems.map((stem) => listed(stem) / 20));
    return n ? Math.log(n / total) : null;
  });
  const likely: Likelihood = kept((raw) => {
    const parts = bare(raw).split("-").map(one);
    return parts.reduce((sum, part) => (sum === null || part === null ? null : Math.min(sum, part)), 0);
  });
  return { likely, rare: (raw) => (context.words.has(bare(raw)) ? Math.log(1 / total) : null) };
}

/** Rarer words of the list may be names. */
const EVERYDAY_TIMES = 15;

/** Words that the list has so often are words, if rare ones. */
const WORD_TIMES = 2;

/**
 * Tells words of everyday speech, in small letters: those that the list has often, and what is made of them. With
 * `rare` those that are words at all.
 */
export function everyday(words: ReadonlyMap<string, number>, rare = false): (word: string) => boolean {
  const least = rare ? WORD_TIMES : EVERYDAY_TIMES;
  const isListed = (word: string) =>
    NUMBER.test(word) ||
    (words.get(word) ?? 0) >= least ||
    [word.replace(ENDINGS, ""), ...stemsOf(word)].some((stem) => (words.get(stem) ?? 0) >= least);
  return kept((word) => word.split("-").every(isListed));
}
