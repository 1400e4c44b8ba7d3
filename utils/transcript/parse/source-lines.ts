/** Bytes to text to numbered lines: what every parser starts from. */

/** Longest source that is read, in characters; a ten-hour transcript, word by word in JSON, has about half. */
export const MAX_SOURCE_CHARACTERS = 40_000_000;

/** One line of a source without its line end. */
export interface SourceLine {
  /** From 1. */
  number: number;
  text: string;
}

/** Text of any bytes: UTF-8 or UTF-16 by their byte order mark, else UTF-8, else Windows-1252. Never throws. */
export function decodeSource(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const text = new TextDecoder("utf-8").decode(bytes);
  const unreadable = text.match(/\uFFFD/g)?.length ?? 0;
  if (!unreadable) return text;
  // Older subtitle tools write Windows-1252, and all its accents are unreadable here; a file that was cut in the
  // middle of a letter has one such place.
  const accents = text.match(/[^\p{ASCII}\uFFFD]/gu)?.length ?? 0;
  return accents >= unreadable ? text : new TextDecoder("windows-1252").decode(bytes);
}

/** The lines of a text, whatever ends them; a byte order mark is dropped. */
export function splitLines(text: string): SourceLine[] {
  return text
    .replace(/^\uFEFF/, "")
    .split(/\r{0,2}\n|\r/)
    .map((line, i) => ({ number: i + 1, text: line }));
}

/** Finds the line of a character offset. */
export function createLineLocator(text: string): (offset: number) => number {
  const starts = [0];
  for (let i = text.indexOf("\n"); i >= 0; i = text.indexOf("\n", i + 1)) starts.push(i + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}

/** One line of speech: white space of every kind folded to single spaces, zero-width spaces dropped. */
export const collapseWhitespace = (text: string) =>
  text
    .replace(/[\u200B\u2060\uFEFF]/g, "")
    .replace(/\s+/g, " ")
    .trim();
