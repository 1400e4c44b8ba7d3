/** Stems are at least this long, so that "thing" is not made of "th". */
const MIN_STEM_LETTERS = 4;
const LONGEST_SUFFIX_LETTERS = 5;
const PREFIX = /^(?:un|re|non|pre|multi|over)(?=\p{L}{4})/u;
const SUFFIX = /(?:s|es|d|ed|ing|ly|al|ally|r|er|ers|rs|ors|ive|able|ity|ness|ments?)$/;

/** Words that an English word may be derived from: "unprogrammed" from "programmed". Some are no words. */
export function listStems(word: string): string[] {
  if (word.length <= MIN_STEM_LETTERS) return [];
  const stems = [word.replace(PREFIX, ""), word.replace(/ability$/, "able")];
  for (let cut = 1; cut <= LONGEST_SUFFIX_LETTERS; cut++) {
    const stem = word.slice(0, -cut);
    if (stem.length >= MIN_STEM_LETTERS && SUFFIX.exec(word.slice(-cut))?.[0].length === cut)
      stems.push(stem, `${stem}e`);
  }
  return stems;
}
