import { parseFilters, type SearchFilters } from "./search-filters.ts";
import { MIN_SENTENCE_WORDS } from "../text/align-sentence.ts";
import { foldTerm, isStopWord, TERM_PATTERN } from "../text/search-terms.ts";

/** Words that must follow each other. */
export interface QueryPhrase {
  /** Folded. */
  words: string[];
  /** The last word may be a prefix: its closing quotation mark is not typed yet. */
  unfinished: boolean;
}

/** A parsed query. */
export interface SearchQuery {
  /** Folded words to rank by, without stop words. */
  words: string[];
  /** Quoted phrases, with stop words. */
  phrases: QueryPhrase[];
  /** Words and phrases that exclude a passage. */
  excluded: QueryPhrase[];
  filters: SearchFilters;
  /** The last word may be a prefix: no space follows it. */
  unfinished: boolean;
  /** All unquoted words in order if they are enough for a sentence; otherwise empty. */
  sentence: string[];
}

/** Shortest prefix that is expanded; a single letter matches too much. */
const MIN_PREFIX_LETTERS = 2;
/** Longer than any quoted sentence; the rest of the input is ignored. */
const MAX_QUERY_CHARACTERS = 2000;
const QUOTED_PHRASE = /(?<=^|\s)(-?)["“”„«»]([^"“”„«»]*)(["“”„«»]|$)/g;
const EXCLUDED_TERM = /(?<=^|\s)-(?=[\p{L}\p{N}])\S+/gu;

/**
 * Parses a query. `"…"` is a phrase (typographic and unclosed quotes too), a leading minus excludes a word or phrase,
 * `show:`, `speaker:`, `in:`, `before:` and `after:` are filters. Every other character is part of a word or ignored,
 * so no input is invalid. A query of stop words alone becomes a phrase.
 * @example parseQuery('show:lex "deep learning" -keras vision')
 */
export function parseQuery(typed: string): SearchQuery {
  const { filters, rest: unfiltered } = parseFilters(typed.slice(0, MAX_QUERY_CHARACTERS));
  const phrases: QueryPhrase[] = [];
  const excluded: QueryPhrase[] = [];
  const unquoted = unfiltered
    .replace(QUOTED_PHRASE, (_, minus: string, phrase: string, end: string) => {
      const phraseWords = foldWords(phrase);
      if (phraseWords.length)
        (minus ? excluded : phrases).push({ words: phraseWords, unfinished: !end && !minus });
      return " ";
    })
    .replace(EXCLUDED_TERM, (term) => {
      const termWords = foldWords(term);
      if (termWords.length) excluded.push({ words: termWords, unfinished: false });
      return " ";
    });
  const allWords = foldWords(unquoted);
  const words = allWords.filter((word) => !isStopWord(word));
  if (allWords.length && !words.length && !phrases.length)
    phrases.push({ words: allWords, unfinished: false });
  const last = words.at(-1);
  const unfinished =
    last !== undefined && last.length >= MIN_PREFIX_LETTERS && foldTerm(unfiltered).endsWith(last);
  const sentence = allWords.length >= MIN_SENTENCE_WORDS && !phrases.length ? allWords : [];
  return { words, phrases, excluded, filters, unfinished, sentence };
}

/** The folded words of a text. */
export const foldWords = (text: string): string[] => (text.match(TERM_PATTERN) ?? []).map(foldTerm);
