import type { Language } from "../languages/language.ts";
import { addChange } from "../model/add-change.ts";
import { isSentenceEnd } from "../model/sentence-end.ts";
import type { Change, Paragraph, TimeMark } from "../model/transcript.ts";
import type { Token } from "./tokens/token.ts";

/** A longer paragraph ends with its sentence. */
const SENTENCE_BREAK_CHARS = 450;
/** A longer paragraph without sentences ends with a line of the source, or before an opener. */
const LINE_BREAK_CHARS = 750;
/** No paragraph is longer. */
const MAX_PARAGRAPH_CHARS = 900;
/** A paragraph of the source remains one only from this length on. */
const MIN_PARAGRAPH_CHARS = 60;

/** Groups tokens into paragraphs: one speaker each, a few sentences, broken where the source breaks. */
export function buildParagraphs(tokens: readonly Token[], { thoughtOpeners }: Language): Paragraph[] {
  const groups: Token[][] = [];
  let length = 0;
  for (const [i, token] of tokens.entries()) {
    const before = tokens[i - 1];
    if (!before || isParagraphBreak(before, token, length, thoughtOpeners)) {
      groups.push([]);
      length = 0;
    }
    groups.at(-1)!.push(token);
    length += token.text.length + 1;
  }
  return mergeHiddenGroups(groups).map(buildParagraph);
}

/** Joins groups of which nothing is shown to the group before them. */
function mergeHiddenGroups(groups: readonly Token[][]): Token[][] {
  const merged: Token[][] = [];
  for (const group of groups) {
    const last = merged.at(-1);
    if (last && !group.some(({ text }) => text)) last.push(...group);
    else merged.push([...group]);
  }
  return merged;
}

/** Whether a paragraph of some length, in characters, ends between two tokens. */
function isParagraphBreak(
  before: Token,
  token: Token,
  length: number,
  openers: ReadonlySet<string>,
): boolean {
  if (token.speaker !== before.speaker || token.kind !== before.kind) return true;
  if (token.correction && token.correction === before.correction) return false;
  if (length > MAX_PARAGRAPH_CHARS) return true;
  const isAfterSentence = isSentenceEnd(before.text);
  if (length > SENTENCE_BREAK_CHARS && (isAfterSentence || token.boundary === "paragraph")) return true;
  if (length > MIN_PARAGRAPH_CHARS && isAfterSentence && token.boundary === "paragraph") return true;
  const isOpener = openers.has(token.text.toLowerCase().replace(/[,.]$/, ""));
  return length > LINE_BREAK_CHARS && (token.boundary !== "word" || isOpener);
}

function buildParagraph(tokens: readonly Token[]): Paragraph {
  const { speaker, kind } = tokens[0]!;
  const times: TimeMark[] = [];
  const changes: Change[] = [];
  let text = "";
  /** The time of a word taken out passes to the word after it. */
  let pendingStart: number | null = null;
  for (let i = 0; i < tokens.length;) {
    const { correction } = tokens[i]!;
    let end = i + 1;
    if (correction) while (tokens[end]?.correction === correction) end++;
    const group = tokens.slice(i, end);
    const last = group.findLast((token) => token.text);
    const endBefore = text.length;
    if (text && last) text += " ";
    const start = text.length;
    for (const token of group) {
      const seconds: number | null = token.start ?? pendingStart;
      pendingStart = token.text ? null : seconds;
      if (!token.text) continue;
      if (seconds !== null) times.push([text.length, seconds]);
      text += token === last ? token.text : `${token.text} `;
    }
    if (correction) addChange(changes, correction, last ? start : endBefore, text.length);
    i = end;
  }
  return { speaker, text, times, changes, ...(kind !== "talk" && { kind }) };
}
