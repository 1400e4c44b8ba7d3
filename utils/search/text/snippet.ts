import type { Offsets } from "./find-matches.ts";

/** A piece of a text with the matches, and other stretches, that lie in it, told in its own offsets. */
export interface Snippet {
  text: string;
  matches: Offsets[];
  others: Offsets[];
}

const MAX_SNIPPET_CHARACTERS = 220;
/** What is shown before the first match, in characters. */
const LEADING_CHARACTERS = 50;

/** The part of a text around its first match, cut between words, with … where something is left out. */
export function createSnippet(
  text: string,
  matches: Offsets[],
  length = MAX_SNIPPET_CHARACTERS,
  others: Offsets[] = [],
): Snippet {
  if (text.length <= length) return { text: flattenWhitespace(text), matches, others };
  const first = matches[0]?.[0] ?? 0;
  const wanted = Math.max(0, Math.min(first - LEADING_CHARACTERS, text.length - length));
  const start = wanted && findWordStart(text, wanted);
  const stop = start + length >= text.length ? text.length : findWordEnd(text, start + length, start);
  const [lead, tail] = [start ? "… " : "", stop < text.length ? " …" : ""];
  const shown = (spans: Offsets[]) =>
    spans.flatMap(([a, b]): Offsets[] =>
      a >= start && b <= stop ? [[a - start + lead.length, b - start + lead.length]] : [],
    );
  return {
    text: lead + flattenWhitespace(text.slice(start, stop)) + tail,
    matches: shown(matches),
    others: shown(others),
  };
}

/** Line ends as spaces, one for one, so that offsets hold. */
const flattenWhitespace = (text: string) => text.replace(/\s/g, " ");

/** Most that is given up to end between words; scripts without spaces are cut where they are. */
const MAX_WORD_CHARACTERS = 30;
const findWordStart = (text: string, at: number) => {
  const space = text.indexOf(" ", at);
  return space >= 0 && space - at < MAX_WORD_CHARACTERS ? space + 1 : at;
};
const findWordEnd = (text: string, at: number, least: number) => {
  const space = text.lastIndexOf(" ", at);
  return space > least && at - space < MAX_WORD_CHARACTERS ? space : at;
};
