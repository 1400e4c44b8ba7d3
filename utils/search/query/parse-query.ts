import { parseFilters, type SearchFilters } from "./search-filters.ts";
import { MIN_SENTENCE_WORDS } from "../text/align-sentence.ts";
import { foldTerm, isStopWord, TERM_PATTERN } from "../text/search-terms.ts";

/** Words that have to stand one after the other. */
export interface QueryPhrase {
  /** Folded. */
  words: string[];
  /** The last word may be unfinished: the quotation mark behind it is not typed yet. */
  unfinished: boolean;
}

/** What a listener typed, taken apart. */
export interface SearchQuery {
  /** Words to find, folded, without those that count only in phrases. */
  words: string[];
  /** Quoted phrases; stop words count in them. */
  phrases: QueryPhrase[];
  /** What must not stand in a passage: single words and phrases. */
  excluded: QueryPhrase[];
  filters: SearchFilters;
  /** The last word may be unfinished: it is the last thing typed and no space follows it. */
  unfinished: boolean;
  /** All words that were typed outside of phrases, in order, where they are enough for a sentence; else none. */
  sentence: string[];
}

/** Shortest word that may be the beginning of others; one letter is too many words. */
const MIN_PREFIX_LETTERS = 2;
/** Longer than any sentence that is looked up; what is behind is not read. */
const MAX_QUERY_CHARACTERS = 2000;
const QUOTED_PHRASE = /(?<=^|\s)(-?)["“”„«»]([^"“”„«»]*)(["“”„«»]|$)/g;
const EXCLUDED_TERM = /(?<=^|\s)-(?=[\p{L}\p{N}])\S+/gu;

/**
 * Reads a query: `"…"` (also typographic, also not yet closed) is a phrase, a minus before a word or a phrase leaves
 * out what has it, `show:`, `speaker:`, `in:`, `before:` and `after:` narrow down; all else are words. No other character
 * means anything, so none can break it. A query of stop words alone searches for them as a phrase.
 */
export function parseQuery(typed: string): SearchQuery {
  const { filters, rest: unfiltered } = parseFilters(typed.slice(0, MAX_QUERY_CHARACTERS));
  const phrases: QueryPhrase[] = [];
  const without: QueryPhrase[] = [];
  const rest = unfiltered
    .replace(QUOTED_PHRASE, (_, minus: string, phrase: string, end: string) => {
      const words = foldWords(phrase);
      if (words.length) (minus ? without : phrases).push({ words, unfinished: !end && !minus });
      return " ";
    })
    .replace(EXCLUDED_TERM, (word) => {
      const words = foldWords(word);
      if (words.length) without.push({ words, unfinished: false });
      return " ";
    });
  const all = foldWords(rest);
  const words = all.filter((word) => !isStopWord(word));
  if (all.length && !words.length && !phrases.length) phrases.push({ words: all, unfinished: false });
  const last = words.at(-1);
  const unfinished =
    last !== undefined && last.length >= MIN_PREFIX_LETTERS && foldTerm(unfiltered).endsWith(last);
  const sentence = all.length >= MIN_SENTENCE_WORDS && !phrases.length ? all : [];
  return { words, phrases, excluded: without, filters, unfinished, sentence };
}

/** The words of a text as search compares them. */
export const foldWords = (text: string): string[] => (text.match(TERM_PATTERN) ?? []).map(foldTerm);
