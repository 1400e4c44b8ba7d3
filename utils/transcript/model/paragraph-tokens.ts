import { addChange, type UnplacedChange } from "./add-change.ts";
import type { Change, Paragraph, TimeMark } from "./transcript.ts";

/** A word of a paragraph, or words that were changed together. */
export interface ParagraphToken {
  /** As shown; empty for words taken out. */
  text: string;
  /** As heard; empty for words put in. */
  heard: string;
  /** What is recorded of it; null where it is shown as heard. */
  change: UnplacedChange | null;
  /** Offset in the paragraph's text. */
  at: number;
}

/** A paragraph's words, each with what was heard. */
export function tokenizeParagraph({ text, changes }: Paragraph): ParagraphToken[] {
  const units: ParagraphToken[] = [];
  let next = 0;
  const plain = (end: number) => {
    for (const { 0: word, index } of text.slice(next, end).matchAll(/\S+/g))
      units.push({ text: word, heard: word, change: null, at: next + index });
  };
  for (const change of changes) {
    plain(change.at);
    const shown = text.slice(change.at, change.at + change.length);
    units.push({ text: shown, heard: change.heard.trim(), change, at: change.at });
    next = change.at + change.length;
  }
  plain(text.length);
  return units;
}

/** The units of a paragraph that stand between two character offsets, if only in part. */
export const selectTokens = (
  units: readonly ParagraphToken[],
  start: number,
  end: number,
): ParagraphToken[] => units.filter(({ at, text }) => at < end && at + text.length > start);

/** What was heard where some of a paragraph's text is shown: whole words, and whole corrections. */
export const getHeardWords = (paragraph: Paragraph, start: number, end: number): string =>
  selectTokens(tokenizeParagraph(paragraph), start, end)
    .map(({ heard }) => heard)
    .filter(Boolean)
    .join(" ");

/** The paragraph with other units: its text, times and changes anew. */
export function joinTokens(paragraph: Paragraph, units: readonly ParagraphToken[]): Paragraph {
  const changes: Change[] = [];
  const times: TimeMark[] = [];
  const marks = [...paragraph.times];
  let text = "";
  for (const [i, unit] of units.entries()) {
    const before = text.length;
    if (text && unit.text) text += " ";
    const at = text.length;
    const end = units[i + 1]?.at ?? Infinity;
    while (unit.text && marks[0] && marks[0][0] < end) {
      const [, seconds] = marks.shift()!;
      if (times.at(-1)?.[0] !== at) times.push([at, seconds]);
    }
    text += unit.text;
    if (unit.change)
      addChange(changes, { ...unit.change, heard: unit.heard }, unit.text ? at : before, text.length);
  }
  return { ...paragraph, text, times, changes };
}
