import type { Span } from "./matches.ts";

/** A piece of a text with the matches, and other stretches, that lie in it, told in its own offsets. */
export interface Snippet {
  text: string;
  matches: Span[];
  others: Span[];
}

const LENGTH = 220;
/** What is shown before the first match, in characters. */
const BEFORE = 50;

/** The part of a text around its first match, cut between words, with … where something is left out. */
export function snippet(text: string, matches: Span[], length = LENGTH, others: Span[] = []): Snippet {
  if (text.length <= length) return { text: flat(text), matches, others };
  const first = matches[0]?.[0] ?? 0;
  const wanted = Math.max(0, Math.min(first - BEFORE, text.length - length));
  const start = wanted && after(text, wanted);
  const stop = start + length >= text.length ? text.length : before(text, start + length, start);
  const [lead, tail] = [start ? "… " : "", stop < text.length ? " …" : ""];
  const shown = (spans: Span[]) =>
    spans.flatMap(([a, b]): Span[] =>
      a >= start && b <= stop ? [[a - start + lead.length, b - start + lead.length]] : [],
    );
  return {
    text: lead + flat(text.slice(start, stop)) + tail,
    matches: shown(matches),
    others: shown(others),
  };
}

/** Line ends as spaces, one for one, so that offsets hold. */
const flat = (text: string) => text.replace(/\s/g, " ");

/** Most that is given up to end between words; scripts without spaces are cut where they are. */
const WORD = 30;
const after = (text: string, at: number) => {
  const space = text.indexOf(" ", at);
  return space >= 0 && space - at < WORD ? space + 1 : at;
};
const before = (text: string, at: number, least: number) => {
  const space = text.lastIndexOf(" ", at);
  return space > least && at - space < WORD ? space : at;
};
