import { foldTerm, isStopWord, TERM_PATTERN } from "../../../../utils/search/text/search-terms.ts";

/** MiniSearch as its README has it, with our words, and nothing stored. */
export const MINISEARCH = {
  fields: ["text"],
  tokenize: (text: string) => text.match(TERM_PATTERN) ?? [],
  processTerm: (term: string) => (isStopWord(term) ? null : foldTerm(term)),
};

/** How it is asked. */
export const ASKED = {
  combineWith: "AND",
  prefix: (_: string, i: number, terms: string[]) => i === terms.length - 1,
  fuzzy: (term: string) => (term.length < 4 ? 0 : term.length < 6 ? 1 : 2),
} as const;
