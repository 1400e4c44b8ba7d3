const STOP_PATTERN = /[.?!…:;]["”’)\]]*$/;

/**
 * Abbreviations whose full stop ends no sentence: "Mr.", "J.", "e.g.".
 * They are not part of a language's rules, because sentences of quotes and search results are split without one.
 */
const ABBREVIATION_PATTERN = /(?:^|[\s.])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|St|vs|etc|e\.g|i\.e)\.$/u;

/** Whether a word ends a sentence, judged by its punctuation alone. */
export const isSentenceEnd = (word: string): boolean =>
  STOP_PATTERN.test(word) && !ABBREVIATION_PATTERN.test(word);
