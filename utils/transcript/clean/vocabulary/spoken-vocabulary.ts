import { memoize } from "../../../shared/memoize.ts";
import { getLanguage } from "../../languages/get-language.ts";
import type { WordFormation } from "../../languages/language.ts";
import type { CleaningContext } from "../context/cleaning-step.ts";
import type { Token } from "../tokens/token.ts";
import { toWordKey } from "../tokens/word-key.ts";

/** The likelihood of a word as a natural logarithm; null for an unknown word. */
type WordLikelihood = (word: string) => number | null;

/** The words that may occur in a transcript. */
export interface SpokenVocabulary {
  getLikelihood: WordLikelihood;
  /** For words so rare in speech that they may be misspelt. */
  getRareLikelihood: WordLikelihood;
}

const NUMBER_PATTERN = /^\d[\d.,]*(?:s|x|k|th|st|nd|rd)?$/;
const NUMBER_LIKELIHOOD = Math.log(1e-4);
/** A word counts as known when the transcript has it this often. */
const MIN_TRANSCRIPT_COUNT = 3;
/** One occurrence in the transcript counts as this many in the word list. */
const TRANSCRIPT_WORD_WEIGHT = 50;
/** Rarer words of the list are mostly misspellings and foreign words. */
const MIN_LIST_COUNT = 5;
/** A rare word of at least this many letters is no misspelling. */
const MIN_RARE_WORD_LETTERS = 6;
/** A derived word is this many times rarer than its stem. */
const DERIVED_WORD_DIVISOR = 20;

/** Builds the vocabulary from the word list, the transcript's own words, and the names of the episode. */
export function buildVocabulary(tokens: readonly Token[], context: CleaningContext): SpokenVocabulary {
  const { singleLetterWords, contraction, listStems } = getLanguage(context.language).formation;
  const ownCounts = countOwnWords(tokens, context);
  let total = 1;
  for (const count of context.words.values()) total += count;
  const getListCount = (word: string) => {
    const count = context.words.get(word) ?? 0;
    return count >= MIN_LIST_COUNT ? count : 0;
  };
  const getPartLikelihood = memoize((word: string): number | null => {
    if (NUMBER_PATTERN.test(word)) return NUMBER_LIKELIHOOD;
    if (word.length === 1 && !singleLetterWords.has(word)) return null;
    const base = word.replace(contraction, "");
    const stems = base === word ? listStems(word) : [base];
    const count = Math.max(
      getListCount(word),
      word.length >= MIN_RARE_WORD_LETTERS ? (context.words.get(word) ?? 0) : 0,
      ownCounts.get(word) ?? 0,
      ...stems.map((stem) => getListCount(stem) / DERIVED_WORD_DIVISOR),
    );
    return count ? Math.log(count / total) : null;
  });
  return {
    getLikelihood: memoize((word) =>
      toWordKey(word)
        .split("-")
        .map(getPartLikelihood)
        .reduce((least, part) => (least === null || part === null ? null : Math.min(least, part)), 0),
    ),
    getRareLikelihood: (word) => (context.words.has(toWordKey(word)) ? Math.log(1 / total) : null),
  };
}

/** Weighted counts of words that the transcript repeats, and of the words of known names. */
function countOwnWords(tokens: readonly Token[], { names }: CleaningContext): Map<string, number> {
  const occurrences = new Map<string, number>();
  for (const { text } of tokens) {
    const key = toWordKey(text);
    occurrences.set(key, (occurrences.get(key) ?? 0) + 1);
  }
  const counts = new Map<string, number>();
  for (const [word, count] of occurrences)
    if (count >= MIN_TRANSCRIPT_COUNT && word.length > 1) counts.set(word, count * TRANSCRIPT_WORD_WEIGHT);
  for (const { name } of names)
    for (const word of name.split(/\s+/))
      counts.set(toWordKey(word), TRANSCRIPT_WORD_WEIGHT * MIN_TRANSCRIPT_COUNT);
  return counts;
}

/** Rarer words of the list may be names. */
const MIN_EVERYDAY_COUNT = 15;
/** Rarer words of the list may be misspellings. */
const MIN_WORD_COUNT = 2;

/** Creates a check whether a word key is a word of everyday speech, or derived from one. */
export const createOrdinaryWordCheck = (
  words: ReadonlyMap<string, number>,
  formation: WordFormation,
): ((word: string) => boolean) => createWordCheck(words, formation, MIN_EVERYDAY_COUNT);

/** Creates a check whether a word key is a word at all, however rare. */
export const createAnyWordCheck = (
  words: ReadonlyMap<string, number>,
  formation: WordFormation,
): ((word: string) => boolean) => createWordCheck(words, formation, MIN_WORD_COUNT);

function createWordCheck(
  words: ReadonlyMap<string, number>,
  { contraction, listStems }: WordFormation,
  minCount: number,
): (word: string) => boolean {
  const isFrequent = (word: string) => (words.get(word) ?? 0) >= minCount;
  const isWord = (word: string) =>
    NUMBER_PATTERN.test(word) ||
    isFrequent(word) ||
    [word.replace(contraction, ""), ...listStems(word)].some(isFrequent);
  return memoize((word) => word.split("-").every(isWord));
}
