/** English stop words: too common to rank by. They count only in phrases. */
const STOP_WORDS = new Set(
  (
    "a an and are as at be but by can could did do does for from had has have he her his how i if in into is it its " +
    "just me my no not of on or our she so that the their them then there these they this to us was we were what " +
    "when where which who why will with would you your"
  ).split(" "),
);

/** Longest term that is indexed, in UTF-16 code units; longer ones are junk such as addresses. */
export const MAX_TERM_CHARACTERS = 40;

/**
 * Splits text into terms: letters, digits and marks, with apostrophes inside a word.
 * Unicode property escapes: https://developer.mozilla.org/docs/Web/JavaScript/Reference/Regular_expressions/Unicode_character_class_escape
 */
export const TERM_PATTERN = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*/gu;

/**
 * Folds case, accents and apostrophes.
 * @example foldTerm("Rémi’s") // "remis"
 */
export const foldTerm = (term: string): string =>
  ASCII_ONLY.test(term) ? term.replace(/'/g, "").toLowerCase() : foldAccents(term);

/** ASCII needs no normalisation, which is slow. */
// oxlint-disable-next-line no-control-regex
const ASCII_ONLY = /^[\u0000-\u007f]*$/;

/** Removes combining marks after canonical decomposition (NFD, https://unicode.org/reports/tr15/). */
const foldAccents = (term: string): string =>
  term.normalize("NFD").replace(/\p{M}/gu, "").replace(/['’]/g, "").toLowerCase();

/** True for a word that counts only in phrases. */
export const isStopWord = (term: string): boolean => STOP_WORDS.has(foldTerm(term));

/** True for a folded term that the vocabulary can hold. */
export const isIndexable = (term: string): boolean => term.length <= MAX_TERM_CHARACTERS;
