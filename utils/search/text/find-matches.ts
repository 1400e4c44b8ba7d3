import { foldTerm, TERM_PATTERN } from "./search-terms.ts";
import type { Passage } from "./passages.ts";

/** A stretch of a text, by character offsets. */
export type Offsets = [start: number, end: number];

interface TermToken {
  term: string;
  start: number;
  end: number;
}

/** The words of a text, folded, with where they stand. */
export function tokenizeTerms(text: string): TermToken[] {
  return [...text.matchAll(TERM_PATTERN)].map(({ 0: word, index }) => ({
    term: foldTerm(word),
    start: index,
    end: index + word.length,
  }));
}

/**
 * What of a passage is marked: the terms (words, or two that stand next to each other), also where they were heard and
 * something else is shown, and phrases, told by the words with which they begin and before which they end.
 */
export function findMatches(
  passage: Pick<Passage, "text" | "heard">,
  terms: ReadonlySet<string>,
  phrases: readonly Offsets[],
): Offsets[] {
  const tokens = tokenizeTerms(passage.text);
  const spans = phrases.flatMap(([from, to]): Offsets[] => {
    const last = tokens[Math.min(to, tokens.length) - 1];
    return tokens[from] && last ? [[tokens[from].start, last.end]] : [];
  });
  for (const [i, { term, start, end }] of tokens.entries()) {
    if (terms.has(term)) spans.push([start, end]);
    const next = tokens[i + 1];
    if (next && terms.has(`${term} ${next.term}`)) spans.push([start, next.end]);
  }
  for (const [at, length, heard] of passage.heard ?? [])
    if (tokenizeTerms(heard).some(({ term }) => terms.has(term))) spans.push([at, at + length]);
  return mergeOffsets(spans);
}

/** Spans in order, those that touch or overlap as one. */
function mergeOffsets(spans: Offsets[]): Offsets[] {
  const out: Offsets[] = [];
  for (const [start, end] of spans.toSorted((a, b) => a[0] - b[0])) {
    const last = out.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else out.push([start, end]);
  }
  return out;
}
