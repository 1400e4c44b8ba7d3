import type { Span } from "./matches.ts";

/** A piece of a text with the matches that lie in it, told in its own offsets. */
export interface Snippet {
  text: string;
  matches: Span[];
}

const LENGTH = 220;
/** What is shown before the first match, in characters. */
const BEFORE = 50;

/** The part of a text around its first match, cut between words, with … where something is left out. */
export function snippet(text: string, matches: Span[], length = LENGTH): Snippet {
  if (text.length <= length) return { text: flat(text), matches };
  const first = matches[0]?.[0] ?? 0;
  const wanted = Math.max(0, Math.min(first - BEFORE, text.length - length));
  const start = wanted && text.indexOf(" ", wanted) + 1;
  const stop = start + length >= text.length ? text.length : text.lastIndexOf(" ", start + length);
  const [lead, tail] = [start ? "… " : "", stop < text.length ? " …" : ""];
  const shown = matches.flatMap(([a, b]): Span[] =>
    a >= start && b <= stop ? [[a - start + lead.length, b - start + lead.length]] : [],
  );
  return { text: lead + flat(text.slice(start, stop)) + tail, matches: shown };
}

/** Line ends as spaces, one for one, so that offsets hold. */
const flat = (text: string) => text.replace(/\s/g, " ");
