import { foldTerm, TERM } from "./terms.ts";
import type { Passage } from "./passages.ts";

/** A stretch of a text, by character offsets. */
export type Span = [start: number, end: number];

interface Token {
  term: string;
  start: number;
  end: number;
}

/** The words of a text, folded, with where they stand. */
export function tokensOf(text: string): Token[] {
  return [...text.matchAll(TERM)].map(({ 0: word, index }) => ({
    term: foldTerm(word),
    start: index,
    end: index + word.length,
  }));
}

/**
 * What of a passage is marked: the terms (words, or two that stand next to each other), also where they were heard and
 * something else is shown, and phrases, told by the words with which they begin and before which they end.
 */
export function matchesIn(
  passage: Pick<Passage, "text" | "heard">,
  terms: ReadonlySet<string>,
  phrases: readonly Span[],
): Span[] {
  const tokens = tokensOf(passage.text);
  const spans = phrases.flatMap(([from, to]): Span[] => {
    const last = tokens[Math.min(to, tokens.length) - 1];
    return tokens[from] && last ? [[tokens[from].start, last.end]] : [];
  });
  for (const [i, { term, start, end }] of tokens.entries()) {
    if (terms.has(term)) spans.push([start, end]);
    const next = tokens[i + 1];
    if (next && terms.has(`${term} ${next.term}`)) spans.push([start, next.end]);
  }
  for (const [at, length, heard] of passage.heard ?? [])
    if (tokensOf(heard).some(({ term }) => terms.has(term))) spans.push([at, at + length]);
  return merged(spans);
}

/** Spans in order, those that touch or overlap as one. */
function merged(spans: Span[]): Span[] {
  const out: Span[] = [];
  for (const [start, end] of spans.toSorted((a, b) => a[0] - b[0])) {
    const last = out.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else out.push([start, end]);
  }
  return out;
}
