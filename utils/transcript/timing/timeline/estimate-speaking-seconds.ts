import { memoize } from "../../../shared/memoize.ts";
import { getUnstressedWords } from "../../languages/unstressed-words.ts";
import type { WordSet } from "../../../shared/word-set.ts";
import { isSentenceEnd } from "../../model/sentence-end.ts";

/**
 * A simple model of speaking time: syllables and letters cost time, and unstressed words are reduced.
 * https://en.wikipedia.org/wiki/Isochrony, https://en.wikipedia.org/wiki/Stress_and_vowel_reduction_in_English
 *
 * The round figures give about 160 words a minute of English. Punctuation costs little, because recognisers place it
 * without regard to pauses. Where anchors are known, only the ratios of these figures matter.
 */
const SYLLABLE_SECONDS = 0.15;
const LETTER_SECONDS = 0.045;
const UNSTRESSED_FACTOR = 0.5;
const COMMA_SECONDS = 0.05;
const STOP_SECONDS = 0.1;
/** Pause between two speakers. */
export const TURN_SECONDS = 0.8;

const LETTERS = /[\p{L}\p{N}]/gu;
const VOWELS = /[aeiouyаеёиоуыэюяαεηιουωάέήίόύώ]+/g;
/** Characters that are a syllable each: logograms, syllabaries and digits. */
const SYLLABIC = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{N}]/gu;
const COMMAS = /[,–—][”"’)\]]*$/u;

/** Estimates the seconds that a word and the pause after it take; 0 for a mark without letters such as "[…]". */
export type SpeakingTimeEstimator = (word: string) => number;

const estimators = new WeakMap<WordSet, SpeakingTimeEstimator>();

/**
 * The estimator for a language. It remembers its answers.
 * @param language BCP 47 tag.
 */
export function getSpeakingTimeEstimator(language: string): SpeakingTimeEstimator {
  const unstressed = getUnstressedWords(language);
  const estimator = estimators.get(unstressed) ?? memoize((word) => estimateSeconds(word, unstressed));
  estimators.set(unstressed, estimator);
  return estimator;
}

function estimateSeconds(word: string, unstressed: WordSet): number {
  const letters = word.match(LETTERS)?.length ?? 0;
  if (!letters) return 0;
  const small = word.normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC").toLowerCase();
  const spoken = small.replace(/[^\p{L}\p{N}]/gu, "");
  const vowels = spoken.replace(/(?<=[^aeiou]{1,9})e$/, "").match(VOWELS)?.length ?? 0;
  const syllables = Math.max(1, vowels + (spoken.match(SYLLABIC)?.length ?? 0));
  const stress = unstressed.has(spoken) ? UNSTRESSED_FACTOR : 1;
  const pause = isSentenceEnd(word) ? STOP_SECONDS : COMMAS.test(word) ? COMMA_SECONDS : 0;
  return (letters * LETTER_SECONDS + syllables * SYLLABLE_SECONDS) * stress + pause;
}
