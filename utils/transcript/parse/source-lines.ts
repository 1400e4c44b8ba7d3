import { findLowestIndex } from "../../shared/binary-search.ts";

/** A ten-hour transcript in JSON with a time for each word has about half as many characters. */
export const MAX_SOURCE_CHARACTERS = 40_000_000;

/** A line of a source without its line break. */
export interface SourceLine {
  /** From 1. */
  number: number;
  text: string;
}

/** Decodes UTF-16 with a byte order mark, UTF-8, or else Windows-1252. It never throws. */
export function decodeSource(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const text = new TextDecoder("utf-8").decode(bytes);
  const unreadable = text.match(/\uFFFD/g)?.length ?? 0;
  if (!unreadable) return text;
  // In Windows-1252, which older subtitle tools write, all accented letters are invalid UTF-8. UTF-8 cut in the middle
  // of a letter has one such place.
  const accents = text.match(/[^\p{ASCII}\uFFFD]/gu)?.length ?? 0;
  return accents >= unreadable ? text : new TextDecoder("windows-1252").decode(bytes);
}

/** Splits a text at line breaks of any kind, and drops a byte order mark. */
export function splitLines(text: string): SourceLine[] {
  return text
    .replace(/^\uFEFF/, "")
    .split(/\r{0,2}\n|\r/)
    .map((line, i) => ({ number: i + 1, text: line }));
}

/** Creates a function that finds the line of a character offset, from 1. */
export function createLineLocator(text: string): (offset: number) => number {
  const starts = [0];
  for (let i = text.indexOf("\n"); i >= 0; i = text.indexOf("\n", i + 1)) starts.push(i + 1);
  return (offset) => findLowestIndex(starts.length, (i) => starts[i]! > offset);
}

/** Collapses white space of any kind to single spaces, and drops zero-width spaces. */
export const collapseWhitespace = (text: string) =>
  text
    .replace(/[\u200B\u2060\uFEFF]/g, "")
    .replace(/\s+/g, " ")
    .trim();
