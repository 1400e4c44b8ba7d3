import { addChange, type UnplacedChange } from "./add-change.ts";
import type { Change, Paragraph, TimeMark } from "./transcript.ts";

/** A word of a paragraph, or words that were changed together. */
export interface ParagraphToken {
  /** As shown; empty for words taken out. */
  text: string;
  /** As heard; empty for words put in. */
  heard: string;
  /** Null for a word shown as it was heard. */
  change: UnplacedChange | null;
  /** Offset in the paragraph's text. */
  at: number;
}

/** Splits a paragraph into words and Changes. */
export function tokenizeParagraph({ text, changes }: Paragraph): ParagraphToken[] {
  const tokens: ParagraphToken[] = [];
  let offset = 0;
  const addWords = (end: number) => {
    for (const { 0: word, index } of text.slice(offset, end).matchAll(/\S+/g))
      tokens.push({ text: word, heard: word, change: null, at: offset + index });
  };
  for (const change of changes) {
    addWords(change.at);
    offset = change.at + change.length;
    tokens.push({
      text: text.slice(change.at, offset),
      heard: change.heard.trim(),
      change,
      at: change.at,
    });
  }
  addWords(text.length);
  return tokens;
}

/** The tokens that overlap the characters from offset `start` up to `end`. */
export const selectTokens = (
  tokens: readonly ParagraphToken[],
  start: number,
  end: number,
): ParagraphToken[] => tokens.filter(({ at, text }) => at < end && at + text.length > start);

/** What was heard in place of a range of a paragraph's text, extended to whole words and Changes. */
export const getHeardWords = (paragraph: Paragraph, start: number, end: number): string =>
  selectTokens(tokenizeParagraph(paragraph), start, end)
    .map(({ heard }) => heard)
    .filter(Boolean)
    .join(" ");

/** Rebuilds a paragraph's text, times and Changes from other tokens. */
export function joinTokens(paragraph: Paragraph, tokens: readonly ParagraphToken[]): Paragraph {
  const changes: Change[] = [];
  const times: TimeMark[] = [];
  const oldTimes = [...paragraph.times];
  let text = "";
  for (const [i, token] of tokens.entries()) {
    const endBefore = text.length;
    if (text && token.text) text += " ";
    const start = text.length;
    const oldEnd = tokens[i + 1]?.at ?? Infinity;
    while (token.text && oldTimes[0] && oldTimes[0][0] < oldEnd) {
      const [, seconds] = oldTimes.shift()!;
      if (times.at(-1)?.[0] !== start) times.push([start, seconds]);
    }
    text += token.text;
    if (!token.change) continue;
    const change = { ...token.change, heard: token.heard };
    addChange(changes, change, token.text ? start : endBefore, text.length);
  }
  return { ...paragraph, text, times, changes };
}
