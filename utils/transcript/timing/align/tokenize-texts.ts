import { toPlainLetters } from "../../../shared/phonetics.ts";
import { memoize } from "../../../shared/memoize.ts";
import type { SpeechRules } from "../../languages/speech-rules.ts";

/** The words of a text in the form in which two transcripts are compared. */
export interface AlignTokens {
  /** In lower case without accents and punctuation; compounds are split and numbers are spelled. */
  words: string[];
  /** For each word, the index of the text it comes from. */
  sourceIndexes: Int32Array;
}

const COMPOUND_PARTS = /[^\s.\-–—/@_:+&]+/g;
/** Scripts without spaces between words; every character counts as a word. */
const SPACELESS_SCRIPTS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const splitters = new WeakMap<SpeechRules, (word: string) => string[]>();

/** The splitter for a language. It remembers its answers. */
function getWordSplitter(rules: SpeechRules): (word: string) => string[] {
  const splitter = splitters.get(rules) ?? memoize((word) => splitWord(word, rules));
  splitters.set(rules, splitter);
  return splitter;
}

function splitWord(word: string, rules: SpeechRules): string[] {
  const { hesitation, spellingVariants, toNumberWords } = rules;
  const bare = word.toLowerCase().replace(/^[^\p{L}\p{N}&]+|[^\p{L}\p{N}&]+$/gu, "");
  if (bare === "&") return [spellingVariants["&"] ?? bare];
  const number = toNumberWords(bare);
  if (number) return number;
  return (bare.match(COMPOUND_PARTS) ?? []).flatMap((part) => {
    const small = toPlainLetters(part);
    if (!small || hesitation.test(small)) return [];
    if (SPACELESS_SCRIPTS.test(small)) return [...small];
    return toNumberWords(small) ?? [spellingVariants[small] ?? small];
  });
}

/** Splits and normalizes texts for {@link alignTokens}. */
export function tokenizeTexts(texts: Iterable<string>, rules: SpeechRules): AlignTokens {
  const split = getWordSplitter(rules);
  const words: string[] = [];
  const from: number[] = [];
  let index = 0;
  for (const text of texts) {
    for (const part of split(text)) {
      words.push(part);
      from.push(index);
    }
    index++;
  }
  return { words, sourceIndexes: Int32Array.from(from) };
}
