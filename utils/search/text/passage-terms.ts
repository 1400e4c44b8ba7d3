import type { Passage } from "./passages.ts";
import { foldTerm, isIndexable, isStopWord, TERM_PATTERN } from "./search-terms.ts";

/** The distinct terms under which the index lists a passage: shown and heard ones. */
export const collectTerms = (passage: Passage): Set<string> =>
  new Set([
    ...(passage.text.match(TERM_PATTERN) ?? []).map(foldTerm).filter(isIndexable),
    ...collectHeardTerms(passage),
  ]);

/** Terms of the recogniser's own wording where the text shows a correction, without stop words. May repeat. */
export const collectHeardTerms = ({ heard = [] }: Passage): string[] =>
  heard
    .flatMap(([, , words]) => (words.match(TERM_PATTERN) ?? []).map(foldTerm))
    .filter((term) => !isStopWord(term) && isIndexable(term));
