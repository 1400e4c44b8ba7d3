/** English words that carry no meaning of their own; they count only in phrases. */
const STOP_WORDS = new Set(
  (
    "a an and are as at be but by can could did do does for from had has have he her his how i if in into is it its " +
    "just me my no not of on or our she so that the their them then there these they this to us was we were what " +
    "when where which who why will with would you your"
  ).split(" "),
);

/** Folds case, accents and apostrophes, so that "Rémi" is found by "remi" and "it's" by "its". */
export const foldTerm = (term: string): string =>
  ASCII_ONLY.test(term) ? term.replace(/'/g, "").toLowerCase() : foldAccents(term);

/** Letters without marks need no taking apart. */
// oxlint-disable-next-line no-control-regex
const ASCII_ONLY = /^[\u0000-\u007f]*$/;

const foldAccents = (term: string): string =>
  term.normalize("NFD").replace(/\p{M}/gu, "").replace(/['’]/g, "").toLowerCase();

/** Words as search sees them: runs of letters and digits, an apostrophe inside one belongs to it. */
export const TERM_PATTERN = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*/gu;

/** True for a word that counts only in phrases. */
export const isStopWord = (term: string): boolean => STOP_WORDS.has(foldTerm(term));
