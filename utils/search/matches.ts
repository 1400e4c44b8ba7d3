import { foldTerm, TERM } from "./index-passages.ts";
import type { Phrase } from "./query.ts";

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

/** Where any of the terms stands in the text. */
export function wordSpans(tokens: Token[], terms: ReadonlySet<string>): Span[] {
  return tokens.filter(({ term }) => terms.has(term)).map(({ start, end }): Span => [start, end]);
}

/** Where the words of a phrase stand one after the other; the last one may go on where the phrase is unfinished. */
export function phraseSpans(tokens: Token[], { words, unfinished }: Phrase): Span[] {
  const spans: Span[] = [];
  const last = words.length - 1;
  for (let i = 0; i + last < tokens.length; i++) {
    const isHere = words.every((word, k) => {
      const { term } = tokens[i + k]!;
      return unfinished && k === last ? term.startsWith(word) : term === word;
    });
    if (isHere) spans.push([tokens[i]!.start, tokens[i + last]!.end]);
  }
  return spans;
}

/** Spans in order, those that touch or overlap as one. */
export function merged(spans: Span[]): Span[] {
  const out: Span[] = [];
  for (const [start, end] of spans.toSorted((a, b) => a[0] - b[0])) {
    const last = out.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else out.push([start, end]);
  }
  return out;
}
