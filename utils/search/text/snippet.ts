import type { Offsets } from "./find-matches.ts";

/** An excerpt of a text. Ranges are offsets into the excerpt; those outside of it are dropped. */
export interface Snippet {
  text: string;
  matches: Offsets[];
  others: Offsets[];
}

const MAX_SNIPPET_CHARACTERS = 220;
/** Context shown before the first match. */
const LEADING_CHARACTERS = 50;
/** How far a cut moves to fall between words. Scripts without spaces are cut anywhere. */
const MAX_WORD_CHARACTERS = 30;

/**
 * Cuts the excerpt around a text's first match, with … for omitted text.
 * @param length Maximum length in characters, without the ellipses.
 * @param others Further ranges to carry over, such as words that differ from a quoted sentence.
 */
export function createSnippet(
  text: string,
  matches: Offsets[],
  length = MAX_SNIPPET_CHARACTERS,
  others: Offsets[] = [],
): Snippet {
  if (text.length <= length) return { text: flattenWhitespace(text), matches, others };
  const firstMatch = matches[0]?.[0] ?? 0;
  const target = Math.max(0, Math.min(firstMatch - LEADING_CHARACTERS, text.length - length));
  const start = target && findWordStart(text, target);
  const end = start + length >= text.length ? text.length : findWordEnd(text, start + length, start);
  const lead = start ? "… " : "";
  const tail = end < text.length ? " …" : "";
  const shift = lead.length - start;
  const moveIntoSnippet = (ranges: Offsets[]) =>
    ranges.flatMap(([from, to]): Offsets[] =>
      from >= start && to <= end ? [[from + shift, to + shift]] : [],
    );
  return {
    text: lead + flattenWhitespace(text.slice(start, end)) + tail,
    matches: moveIntoSnippet(matches),
    others: moveIntoSnippet(others),
  };
}

/** Replaces each white-space character by one space, so that offsets stay valid. */
const flattenWhitespace = (text: string) => text.replace(/\s/g, " ");

const findWordStart = (text: string, at: number) => {
  const space = text.indexOf(" ", at);
  return space >= 0 && space - at < MAX_WORD_CHARACTERS ? space + 1 : at;
};

const findWordEnd = (text: string, at: number, min: number) => {
  const space = text.lastIndexOf(" ", at);
  return space > min && at - space < MAX_WORD_CHARACTERS ? space : at;
};
