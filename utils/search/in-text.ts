/** Searching one transcript as one reads it: literally, case and accents folded, any characters safe. */

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

/** Folds case, accents, apostrophes and white space, keeping where each character came from. */
export function foldText(text: string): FoldedText {
  let folded = "";
  const origin: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const letter = text[i]!;
    const plain = FOLDS.get(letter) ?? foldLetter(letter);
    for (let k = 0; k < plain.length; k++) origin.push(i);
    folded += plain;
  }
  origin.push(text.length);
  return { folded, origin: Uint32Array.from(origin) };
}

const FOLDS = new Map([
  ["’", "'"],
  ["‘", "'"],
  ["“", '"'],
  ["”", '"'],
  ["\n", " "],
  ["\u00A0", " "],
]);

function foldLetter(letter: string): string {
  if (letter < "\u0080") return letter.toLowerCase();
  return letter.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Every place where the words stand, in order, none overlapping another; none for too short a search. */
export function findIn(texts: readonly FoldedText[], typed: string): Hit[] {
  const wanted = foldText(typed.trim().replace(/\s+/g, " ")).folded;
  if (wanted.length < LEAST_CHARACTERS) return [];
  return texts.flatMap(({ folded, origin }, text) => {
    const hits: Hit[] = [];
    for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length))
      hits.push({ text, start: origin[at]!, end: origin[at + wanted.length - 1]! + 1 });
    return hits;
  });
}
