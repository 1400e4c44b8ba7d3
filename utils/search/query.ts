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
  const phrases: Phrase[] = [];
  const rest = typed.replace(/["“”„«»]([^"“”„«»]*)(["“”„«»]|$)/g, (_, phrase: string, end: string) => {
    const words = foldedWords(phrase);
    if (words.length) phrases.push({ words, unfinished: !end });
    return " ";
  });
  const all = foldedWords(rest);
  const words = all.filter((word) => !isStopWord(word));
  if (all.length && !words.length && !phrases.length) phrases.push({ words: all, unfinished: false });
  const last = words.at(-1);
  const unfinished = last !== undefined && last.length >= PREFIX_LETTERS && foldTerm(typed).endsWith(last);
  return { words, phrases, unfinished };
}

/** The words of a text as search compares them. */
export const foldedWords = (text: string): string[] => (text.match(TERM) ?? []).map(foldTerm);
