/** Searching one transcript as one reads it: the words as they stand there, any characters safe. */

/** A hit in a list of texts. */
export interface Hit {
  /** Index of the text. */
  text: number;
  start: number;
  end: number;
}

/** Texts made ready to be searched many times. */
export interface FoldedText {
  folded: string;
  /** Offset in the original of each character of the folded text, and its length at the end. */
  origin: Uint32Array;
}

/** Shortest search, in characters; one letter is everywhere. */
export const LEAST_CHARACTERS = 2;

/**
 * Folds case and accents, and punctuation and white space to single spaces, apostrophes to nothing, keeping where
 * each character came from: "fast.ai" is found by "fast AI", "learning and" by "learning, and".
 */
export function foldText(text: string): FoldedText {
  let folded = "";
  const origin: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const plain = foldLetter(text[i]!);
    if (plain === " " && (!folded || folded.endsWith(" "))) continue;
    for (let k = 0; k < plain.length; k++) origin.push(i);
    folded += plain;
  }
  origin.push(text.length);
  return { folded, origin: Uint32Array.from(origin) };
}

const APOSTROPHES = /['’‘`]/;
const APART = /[\p{P}\s]/u;

function foldLetter(letter: string): string {
  if ((letter >= "a" && letter <= "z") || (letter >= "0" && letter <= "9")) return letter;
  if (APOSTROPHES.test(letter)) return "";
  if (APART.test(letter)) return " ";
  return letter < "\u0080"
    ? letter.toLowerCase()
    : letter.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Every place where the words stand, in order, none overlapping another; none for too short a search. */
export function findIn(texts: readonly FoldedText[], typed: string): Hit[] {
  const wanted = foldText(typed).folded.trim();
  if (wanted.length < LEAST_CHARACTERS) return [];
  return texts.flatMap(({ folded, origin }, text) => {
    const hits: Hit[] = [];
    for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length))
      hits.push({ text, start: origin[at]!, end: origin[at + wanted.length - 1]! + 1 });
    return hits;
  });
}
