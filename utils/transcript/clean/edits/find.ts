import type { Piece } from "../draft.ts";
import { spoken } from "../../spoken.ts";

/** The spoken words of a draft, in order, and which piece each is. */
export interface Row {
  words: string[];
  /** Index of the piece of each word. */
  at: number[];
  /** Where each word stands. */
  places: Map<string, number[]>;
}

/** The words of a draft that can be looked for; pieces taken out and lone punctuation are passed over. */
export function rowOf(pieces: Piece[]): Row {
  const row: Row = { words: [], at: [], places: new Map() };
  pieces.forEach(({ text }, i) => {
    const word = spoken(text);
    if (!word) return;
    const places = row.places.get(word);
    if (places) places.push(row.words.length);
    else row.places.set(word, [row.words.length]);
    row.words.push(word);
    row.at.push(i);
  });
  return row;
}

/** The words of a text as a row has them. */
export const wordsOf = (text: string): string[] => text.split(/\s+/).map(spoken).filter(Boolean);

/** Where a run of words stands in a row: indexes into its words. */
export function find({ words, places }: Row, wanted: readonly string[]): number[] {
  const [first, ...rest] = wanted;
  if (first === undefined) return [];
  return (places.get(first) ?? []).filter((at) => rest.every((word, i) => words[at + 1 + i] === word));
}
