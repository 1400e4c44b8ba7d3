import MiniSearch, { type AsPlainObject, type Options } from "minisearch";
import type { Passage } from "./passages.ts";

/** A document of the index; its text lives in the passages, not in the index. */
type Indexed = Pick<Passage, "id" | "text">;

/** English words that carry no meaning of their own; they count only in phrases. */
const STOP_WORDS = new Set(
  (
    "a an and are as at be but by can could did do does for from had has have he her his how i if in into is it its " +
    "just me my no not of on or our she so that the their them then there these they this to us was we were what " +
    "when where which who why will with would you your"
  ).split(" "),
);

/** Folds case, accents and apostrophes, so that "Rémi" is found by "remi" and "it's" by "its". */
export const foldTerm = (term: string): string =>
  term.normalize("NFD").replace(/\p{M}/gu, "").replace(/['’]/g, "").toLowerCase();

/** Words as search sees them: runs of letters and digits, an apostrophe inside one belongs to it. */
export const TERM = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*/gu;

/** True for a word that counts only in phrases. */
export const isStopWord = (term: string): boolean => STOP_WORDS.has(foldTerm(term));

/** The one set of options with which indexes are made and read; MiniSearch demands that they are the same. */
export const INDEX_OPTIONS: Options<Indexed> = {
  fields: ["text"],
  tokenize: (text) => text.match(TERM) ?? [],
  processTerm: (term) => (isStopWord(term) ? null : foldTerm(term)),
};

/** The index of passages, ready to be written as JSON. */
export function indexOf(passages: Passage[]): AsPlainObject {
  const index = new MiniSearch<Indexed>(INDEX_OPTIONS);
  index.addAll(passages.map(({ id, text }) => ({ id, text })));
  return index.toJSON();
}
