import type { CleaningContext } from "../context/cleaning-step.ts";
import type { Token } from "../tokens/token.ts";
import { toWordKey } from "../tokens/word-key.ts";
import { memoize } from "../../../shared/memoize.ts";

/** How likely a word is, as a natural logarithm; null for a word that is not known. */
type WordLikelihood = (word: string) => number | null;

/** What is known of words: the common ones, and those so rare in speech that they may be misspelt. */
export interface SpokenVocabulary {
  likely: WordLikelihood;
  rare: WordLikelihood;
}

const CONTRACTION_ENDING = /(?:['’](?:s|re|ve|ll|d|m)|n['’]t)$/;
const NUMBER_PATTERN = /^\d[\d.,]*(?:s|x|k|th|st|nd|rd)?$/;
const SINGLE_LETTER_WORDS = new Set(["a", "i"]);
/** A word of the transcript itself counts as known when it comes back this often. */
const MIN_TRANSCRIPT_COUNT = 3;
/** How many words of the list one word of the transcript weighs. */
const TRANSCRIPT_WORD_WEIGHT = 50;
/** Rarer words of the list are mostly misspellings and foreign. */
const MIN_LIST_COUNT = 5;

/** A rare word of at least this many letters is no accident of spelling. */
const MIN_RARE_WORD_LETTERS = 6;
const DERIVING_PREFIX = /^(?:un|re|non|pre|multi|over)(?=\p{L}{4})/u;
const DERIVING_SUFFIX = /(?:s|es|d|ed|ing|ly|al|ally|r|er|ers|rs|ors|ive|able|ity|ness|ments?)$/;

/** What a derived word may be made of: "unprogrammed" of "programmed", "computationally" of "computation". */
function listStems(word: string): string[] {
  if (word.length <= 4) return [];
  const stems = [word.replace(DERIVING_PREFIX, ""), word.replace(/ability$/, "able")];
  for (let cut = 1; cut <= 5; cut++) {
    const stem = word.slice(0, -cut);
    if (stem.length >= 4 && DERIVING_SUFFIX.exec(word.slice(-cut))?.[0].length === cut)
      stems.push(stem, `${stem}e`);
  }
  return stems;
}

/** Known words: the list of spoken words, the transcript's own, and the names of the episode. */
export function buildVocabulary(pieces: Token[], context: CleaningContext): SpokenVocabulary {
  const counts = new Map<string, number>();
  const own = new Map<string, number>();
  for (const { text } of pieces) own.set(toWordKey(text), (own.get(toWordKey(text)) ?? 0) + 1);
  for (const [word, n] of own)
    if (n >= MIN_TRANSCRIPT_COUNT && word.length > 1) counts.set(word, n * TRANSCRIPT_WORD_WEIGHT);
  for (const { name } of context.names)
    for (const word of name.split(/\s+/))
      counts.set(toWordKey(word), TRANSCRIPT_WORD_WEIGHT * MIN_TRANSCRIPT_COUNT);
  let total = 1;
  for (const n of context.words.values()) total += n;
  const listed = (word: string) => {
    const n = context.words.get(word) ?? 0;
    return n >= MIN_LIST_COUNT ? n : 0;
  };
  const one = memoize((word: string): number | null => {
    if (NUMBER_PATTERN.test(word)) return Math.log(1e-4);
    if (word.length === 1 && !SINGLE_LETTER_WORDS.has(word)) return null;
    const base = word.replace(CONTRACTION_ENDING, "");
    const rare = word.length >= MIN_RARE_WORD_LETTERS ? (context.words.get(word) ?? 0) : 0;
    const stems = base === word ? listStems(word) : [base];
    const n = Math.max(listed(word), rare, counts.get(word) ?? 0, ...stems.map((stem) => listed(stem) / 20));
    return n ? Math.log(n / total) : null;
  });
  const likely: WordLikelihood = memoize((raw) => {
    const parts = toWordKey(raw).split("-").map(one);
    return parts.reduce((sum, part) => (sum === null || part === null ? null : Math.min(sum, part)), 0);
  });
  return { likely, rare: (raw) => (context.words.has(toWordKey(raw)) ? Math.log(1 / total) : null) };
}

/** Rarer words of the list may be names. */
const MIN_EVERYDAY_COUNT = 15;

/** Words that the list has so often are words, if rare ones. */
const MIN_WORD_COUNT = 2;

/**
 * Tells words of everyday speech, in small letters: those that the list has often, and what is made of them. With
 * `rare` those that are words at all.
 */
export function createOrdinaryWordCheck(
  words: ReadonlyMap<string, number>,
  rare = false,
): (word: string) => boolean {
  const least = rare ? MIN_WORD_COUNT : MIN_EVERYDAY_COUNT;
  const isListed = (word: string) =>
    NUMBER_PATTERN.test(word) ||
    (words.get(word) ?? 0) >= least ||
    [word.replace(CONTRACTION_ENDING, ""), ...listStems(word)].some(
      (stem) => (words.get(stem) ?? 0) >= least,
    );
  return memoize((word) => word.split("-").every(isListed));
}
