import type { Token } from "../tokens/token.ts";
import { normalizeWords } from "../../model/normalize-words.ts";

/** The spoken words of a draft, in order, and which piece each is. */
export interface SpokenWordIndex {
  words: string[];
  /** Index of the piece of each word. */
  tokenIndexes: number[];
  /** Where each word stands. */
  positions: Map<string, number[]>;
}

/** The words of a draft that can be looked for; pieces taken out and lone punctuation are passed over. */
export function buildSpokenWordIndex(pieces: Token[]): SpokenWordIndex {
  const row: SpokenWordIndex = { words: [], tokenIndexes: [], positions: new Map() };
  pieces.forEach(({ text }, i) => {
    const word = normalizeWords(text);
    if (!word) return;
    const places = row.positions.get(word);
    if (places) places.push(row.words.length);
    else row.positions.set(word, [row.words.length]);
    row.words.push(word);
    row.tokenIndexes.push(i);
  });
  return row;
}

/** The words of a text as a row has them. */
export const splitSpokenWords = (text: string): string[] =>
  text.split(/\s+/).map(normalizeWords).filter(Boolean);

/** Where a run of words stands in a row: indexes into its words. */
export function findPhrase(
  { words, positions: places }: SpokenWordIndex,
  wanted: readonly string[],
): number[] {
  const [first, ...rest] = wanted;
  if (first === undefined) return [];
  return (places.get(first) ?? []).filter((at) => rest.every((word, i) => words[at + 1 + i] === word));
}
