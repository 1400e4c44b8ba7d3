import { readFilters, type Filters } from "./filters.ts";
import { SENTENCE_WORDS } from "./nearest.ts";
import { foldTerm, isStopWord, TERM } from "./terms.ts";

/** Words that have to stand one after the other. */
export interface Phrase {
  /** Folded. */
  words: string[];
  /** The last word may be unfinished: the quotation mark behind it is not typed yet. */
  unfinished: boolean;
}

/** What a listener typed, taken apart. */
export interface Query {
  /** Words to find, folded, without those that count only in phrases. */
  words: string[];
  /** Quoted phrases; stop words count in them. */
  phrases: Phrase[];
  /** What must not stand in a passage: single words and phrases. */
  without: Phrase[];
  filters: Filters;
  /** The last word may be unfinished: it is the last thing typed and no space follows it. */
  unfinished: boolean;
  /** All words that were typed outside of phrases, in order, where they are enough for a sentence; else none. */
  sentence: string[];
}

/** Shortest word that may be the beginning of others; one letter is too many words. */
const PREFIX_LETTERS = 2;
/** Longer than any sentence that is looked up; what is behind is not read. */
const LONGEST_QUERY = 2000;
const QUOTED = /(?<=^|\s)(-?)["“”„«»]([^"“”„«»]*)(["“”„«»]|$)/g;
const WITHOUT = /(?<=^|\s)-(?=[\p{L}\p{N}])\S+/gu;

/**
 * Reads a query: `"…"` (also typographic, also not yet closed) is a phrase, a minus before a word or a phrase leaves
 * out what has it, `show:`, `speaker:`, `in:`, `before:` and `after:` narrow down; all else are words. No other character
 * means anything, so none can break it. A query of stop words alone searches for them as a phrase.
 */
export function readQuery(typed: string): Query {
  const { filters, rest: unfiltered } = readFilters(typed.slice(0, LONGEST_QUERY));
  const phrases: Phrase[] = [];
  const without: Phrase[] = [];
  const rest = unfiltered
    .replace(QUOTED, (_, minus: string, phrase: string, end: string) => {
      const words = foldedWords(phrase);
      if (words.length) (minus ? without : phrases).push({ words, unfinished: !end && !minus });
      return " ";
    })
    .replace(WITHOUT, (word) => {
      const words = foldedWords(word);
      if (words.length) without.push({ words, unfinished: false });
      return " ";
    });
  const all = foldedWords(rest);
  const words = all.filter((word) => !isStopWord(word));
  if (all.length && !words.length && !phrases.length) phrases.push({ words: all, unfinished: false });
  const last = words.at(-1);
  const unfinished =
    last !== undefined && last.length >= PREFIX_LETTERS && foldTerm(unfiltered).endsWith(last);
  const sentence = all.length >= SENTENCE_WORDS && !phrases.length ? all : [];
  return { words, phrases, without, filters, unfinished, sentence };
}

/** The words of a text as search compares them. */
export const foldedWords = (text: string): string[] => (text.match(TERM) ?? []).map(foldTerm);
