import { foldTerm, isStopWord, TERM } from "./index-passages.ts";

/** What a listener typed, taken apart. */
export interface Query {
  /** Words to find, folded, without those that count only in phrases. */
  words: string[];
  /** Quoted phrases, each as its folded words, stop words kept. */
  phrases: string[][];
  /** The last word may be unfinished: it is the last thing typed and no space follows it. */
  unfinished: boolean;
}

/** Shortest word that may be the beginning of others; one letter is too many words. */
const PREFIX_LETTERS = 2;

/**
 * Reads a query: `"…"` (also typographic, also not yet closed) is a phrase, all else are words. No character
 * means anything else, so none can break it. A query of stop words alone searches for them as a phrase.
 */
export function readQuery(typed: string): Query {
  const phrases: string[][] = [];
  const rest = typed.replace(/["“”„«»]([^"“”„«»]*)(?:["“”„«»]|$)/g, (_, phrase: string) => {
    const words = foldedWords(phrase);
    if (words.length) phrases.push(words);
    return " ";
  });
  const all = foldedWords(rest);
  const words = all.filter((word) => !isStopWord(word));
  if (all.length && !words.length && !phrases.length) phrases.push(all);
  const last = words.at(-1);
  const unfinished =
    last !== undefined && last.length >= PREFIX_LETTERS && new RegExp(`${last}$`).test(foldTerm(typed));
  return { words, phrases, unfinished };
}

/** The words of a text as search compares them. */
export const foldedWords = (text: string): string[] => (text.match(TERM) ?? []).map(foldTerm);
