import { lettersOf } from "../../clean/names/sound.ts";
import { kept } from "../../clean/kept.ts";
import { numberWords } from "./numbers.ts";

/** The words of a text in the form in which two hearings of it are compared. */
export interface Tokens {
  /** In small letters, without accents and punctuation; compounds in parts, numbers in words. */
  words: string[];
  /** For each, the index of the word it comes from. */
  from: Int32Array;
}

/** Hesitations, which one source writes and the next one leaves out. */
const HESITATION = /^(?:u+h*m*|e+r+m*|h+m+|m+h*m+|a+h+|m+)$/;
const PARTS = /[^\s.\-–—/@_:+&]+/g;
/** Scripts written without spaces: every letter for itself. */
const SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const SPELT: { [word: string]: string } = {
  okay: "ok",
  gonna: "goingto",
  wanna: "wantto",
  cause: "because",
  cuz: "because",
  yeah: "yes",
  "&": "and",
};

const partsOf = kept((word: string): string[] => {
  const bare = word.toLowerCase().replace(/^[^\p{L}\p{N}&]+|[^\p{L}\p{N}&]+$/gu, "");
  if (bare === "&") return ["and"];
  const number = numberWords(bare);
  if (number) return number;
  return (bare.match(PARTS) ?? []).flatMap((part) => {
    const small = lettersOf(part);
    if (!small || HESITATION.test(small)) return [];
    if (SPACELESS.test(small)) return [...small];
    return numberWords(small) ?? [SPELT[small] ?? small];
  });
});

/** Takes words apart and brings them into a form in which they can be compared. */
export function tokensOf(texts: Iterable<string>): Tokens {
  const words: string[] = [];
  const from: number[] = [];
  let index = 0;
  for (const text of texts) {
    for (const part of partsOf(text)) {
      words.push(part);
      from.push(index);
    }
    index++;
  }
  return { words, from: Int32Array.from(from) };
}
