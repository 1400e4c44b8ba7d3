import { normalizeWords } from "../../model/normalize-words.ts";
import type { Token } from "../tokens/token.ts";

/** The spoken words of a transcript, ready to be searched for phrases. */
export interface SpokenWordIndex {
  words: string[];
  /** Index of the token of each word. */
  tokenIndexes: number[];
  /** Indexes in `words`, by word. */
  positions: Map<string, number[]>;
}

/** Indexes the spoken words. Tokens taken out and lone punctuation are no words. */
export function buildSpokenWordIndex(tokens: readonly Token[]): SpokenWordIndex {
  const index: SpokenWordIndex = { words: [], tokenIndexes: [], positions: new Map() };
  tokens.forEach(({ text }, i) => {
    const word = normalizeWords(text);
    if (!word) return;
    const positions = index.positions.get(word);
    if (positions) positions.push(index.words.length);
    else index.positions.set(word, [index.words.length]);
    index.words.push(word);
    index.tokenIndexes.push(i);
  });
  return index;
}

/** The words of a text in the form in which the index has them. */
export const splitSpokenWords = (text: string): string[] =>
  text.split(/\s+/).map(normalizeWords).filter(Boolean);

/** Finds all occurrences of a phrase, as indexes in `words`. */
export function findPhrase({ words, positions }: SpokenWordIndex, phrase: readonly string[]): number[] {
  const [first, ...rest] = phrase;
  if (first === undefined) return [];
  return (positions.get(first) ?? []).filter((at) => rest.every((word, i) => words[at + 1 + i] === word));
}
