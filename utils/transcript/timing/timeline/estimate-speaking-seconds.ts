import { memoize } from "../../../shared/memoize.ts";
import { isSentenceEnd } from "../../model/sentence-end.ts";

/**
 * Seconds, about, that speaking takes: some for every syllable, some for every letter in it; the small words that
 * carry no stress are said in passing (see "isochrony" and "vowel reduction in English", Wikipedia, November 2026).
 * Round figures that come to some 160 words a minute, as English is talked. Stops and commas count for little: people
 * breathe where recognisers see none. Only how they stand to each other counts where a length is known.
 */
const SYLLABLE_SECONDS = 0.15;
const LETTER_SECONDS = 0.045;
const UNSTRESSED_FACTOR = 0.5;
const COMMA_SECONDS = 0.05;
const STOP_SECONDS = 0.1;
/** Between two speakers. */
export const TURN_SECONDS = 0.8;

/** English. */
const UNSTRESSED_WORDS = new Set(
  "a an and are as at be but can do does for had has have he if in is it just like my not of on or she so that the there they this to was we were what with you your i".split(
    " ",
  ),
);

/** What of a word is said. */
const LETTERS = /[\p{L}\p{N}]/gu;
const VOWELS = /[aeiouyаеёиоуыэюяαεηιουωάέήίόύώ]+/g;
/** A letter of these is a syllable. */
const SYLLABIC = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{N}]/gu;
const COMMAS = /[,–—][”"’)\]]*$/u;

/** Seconds, about, that one written word takes with the pause behind it; nothing for a mark like […]. */
export const estimateSpeakingSeconds = memoize((word: string): number => {
  const letters = word.match(LETTERS)?.length ?? 0;
  if (!letters) return 0;
  const small = word.normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC").toLowerCase();
  const spoken = small.replace(/[^\p{L}\p{N}]/gu, "");
  const vowels = spoken.replace(/(?<=[^aeiou]{1,9})e$/, "").match(VOWELS)?.length ?? 0;
  const syllables = Math.max(1, vowels + (spoken.match(SYLLABIC)?.length ?? 0));
  const stress = UNSTRESSED_WORDS.has(spoken) ? UNSTRESSED_FACTOR : 1;
  const pause = isSentenceEnd(word) ? STOP_SECONDS : COMMAS.test(word) ? COMMA_SECONDS : 0;
  return (letters * LETTER_SECONDS + syllables * SYLLABLE_SECONDS) * stress + pause;
});
