import { toPlainLetters } from "../../../shared/phonetics.ts";
import { memoize } from "../../../shared/memoize.ts";
import { toNumberWords } from "../../languages/english/number-words.ts";

/** The words of a text in the form in which two transcripts are compared. */
export interface AlignTokens {
  /** In lower case without accents and punctuation; compounds are split and numbers are spelled. */
  words: string[];
  /** For each word, the index of the text it comes from. */
  sourceIndexes: Int32Array;
}

/** Hesitations, which only some transcripts contain. */
const HESITATION_PATTERN = /^(?:u+h*m*|e+r+m*|h+m+|m+h*m+|a+h+|m+)$/;
const COMPOUND_PARTS = /[^\s.\-–—/@_:+&]+/g;
/** Scripts without spaces between words; every character counts as a word. */
const SPACELESS_SCRIPTS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const SPELLING_VARIANTS: { [word: string]: string } = {
  okay: "ok",
  gonna: "goingto",
  wanna: "wantto",
  cause: "because",
  cuz: "because",
  yeah: "yes",
  "&": "and",
};

const splitWord = memoize((word: string): string[] => {
  const bare = word.toLowerCase().replace(/^[^\p{L}\p{N}&]+|[^\p{L}\p{N}&]+$/gu, "");
  if (bare === "&") return ["and"];
  const number = toNumberWords(bare);
  if (number) return number;
  return (bare.match(COMPOUND_PARTS) ?? []).flatMap((part) => {
    const small = toPlainLetters(part);
    if (!small || HESITATION_PATTERN.test(small)) return [];
    if (SPACELESS_SCRIPTS.test(small)) return [...small];
    return toNumberWords(small) ?? [SPELLING_VARIANTS[small] ?? small];
  });
});

/** Splits and normalizes texts for {@link alignTokens}. */
export function tokenizeTexts(texts: Iterable<string>): AlignTokens {
  const words: string[] = [];
  const from: number[] = [];
  let index = 0;
  for (const text of texts) {
    for (const part of splitWord(text)) {
      words.push(part);
      from.push(index);
    }
    index++;
  }
  return { words, sourceIndexes: Int32Array.from(from) };
}
