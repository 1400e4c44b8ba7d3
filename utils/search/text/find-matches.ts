import { foldTerm, TERM_PATTERN } from "./search-terms.ts";
import type { Passage } from "./passages.ts";

/** A half-open range of character offsets into a text. */
export type Offsets = [start: number, end: number];

/** A half-open range of words, counted from the first word of a passage. */
export type WordRange = [start: number, end: number];

interface TermToken {
  /** Folded. */
  term: string;
  start: number;
  end: number;
}

/** The terms of a text with their offsets. */
export function tokenizeTerms(text: string): TermToken[] {
  return [...text.matchAll(TERM_PATTERN)].map(({ 0: word, index }) => ({
    term: foldTerm(word),
    start: index,
    end: index + word.length,
  }));
}

/**
 * The offsets to highlight in a passage, ascending and disjoint.
 * @param terms Folded terms; a pair of adjacent terms is joined by a space.
 * @param phrases Words of the passage that belong to a quoted phrase.
 */
export function findMatches(
  passage: Pick<Passage, "text" | "heard">,
  terms: ReadonlySet<string>,
  phrases: readonly WordRange[],
): Offsets[] {
  const tokens = tokenizeTerms(passage.text);
  const matches = phrases.flatMap(([from, to]): Offsets[] => {
    const last = tokens[Math.min(to, tokens.length) - 1];
    return tokens[from] && last ? [[tokens[from].start, last.end]] : [];
  });
  for (const [i, { term, start, end }] of tokens.entries()) {
    if (terms.has(term)) matches.push([start, end]);
    const next = tokens[i + 1];
    if (next && terms.has(`${term} ${next.term}`)) matches.push([start, next.end]);
  }
  for (const [at, length, heard] of passage.heard ?? [])
    if (tokenizeTerms(heard).some(({ term }) => terms.has(term))) matches.push([at, at + length]);
  return mergeOffsets(matches);
}

/** Sorts ranges and joins those that touch or overlap. */
function mergeOffsets(ranges: Offsets[]): Offsets[] {
  const merged: Offsets[] = [];
  for (const [start, end] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}
