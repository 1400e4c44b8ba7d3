import { toWordSet, type WordSet } from "../../shared/word-set.ts";

const NOTHING: WordSet = new Set();

const UNSTRESSED_WORDS: { readonly [tag: string]: WordSet } = {
  en: toWordSet(
    `a an and are as at be but can do does for had has have he if in is it just like my not of on or she so that the
    there they this to was we were what with you your i`,
  ),
};

/**
 * The words of a language without stress, which take less time to say.
 * They are apart from the other rules, because the panel needs no more of them.
 *
 * @param tag BCP 47 tag.
 */
export const getUnstressedWords = (tag: string): WordSet =>
  UNSTRESSED_WORDS[tag.toLowerCase().split("-")[0]!] ?? NOTHING;
