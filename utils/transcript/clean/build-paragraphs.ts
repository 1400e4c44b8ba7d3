import { addChange } from "../model/add-change.ts";
import type { Change, Paragraph, TimeMark } from "../model/transcript.ts";
import { isSentenceEnd } from "../model/sentence-end.ts";
import type { Token } from "./tokens/token.ts";

/** From this length on a paragraph ends with its sentence, in characters. */
const SENTENCE_BREAK_CHARS = 450;
/** From this length on, where there are no sentences, it ends with the line of the source or before an opener. */
const LINE_BREAK_CHARS = 750;
/** A paragraph never grows longer than this. */
const MAX_PARAGRAPH_CHARS = 900;
/** Words with which people begin a new thought. */
const OPENER_PATTERN = /^(?:so|well|yeah|yes|no|okay|ok|but|and|now|right|then|because|I|it's)[,.]?$/i;
/** A paragraph of the source is kept as one only when at least this long; headlines excepted. */
const MIN_PARAGRAPH_CHARS = 60;

/** Puts words together to paragraphs: one speaker each, a few sentences, broken where the source breaks. */
export function buildParagraphs(pieces: Token[]): Paragraph[] {
  const groups: Token[][] = [];
  let length = 0;
  for (const [i, piece] of pieces.entries()) {
    const before = pieces[i - 1];
    if (!before || shouldBreak(piece, before, length)) {
      groups.push([]);
      length = 0;
    }
    groups.at(-1)!.push(piece);
    length += piece.text.length + 1;
  }
  return mergeHiddenGroups(groups).map(buildParagraph);
}

/** A turn of which nothing is shown is no paragraph: what was taken out stays with the words before it. */
function mergeHiddenGroups(groups: readonly Token[][]): Token[][] {
  const shown: Token[][] = [];
  for (const group of groups) {
    const last = shown.at(-1);
    if (last && !group.some(({ text }) => text)) last.push(...group);
    else shown.push([...group]);
  }
  return shown;
}

function shouldBreak(piece: Token, before: Token, length: number): boolean {
  if (piece.speaker !== before.speaker || piece.kind !== before.kind) return true;
  // Words that were corrected together stay together.
  if (piece.correction && piece.correction === before.correction) return false;
  if (length > MAX_PARAGRAPH_CHARS) return true;
  if (
    piece.boundary === "paragraph" &&
    length > MIN_PARAGRAPH_CHARS &&
    (length > SENTENCE_BREAK_CHARS || isSentenceEnd(before.text))
  )
    return true;
  if (length > SENTENCE_BREAK_CHARS && isSentenceEnd(before.text)) return true;
  return length > LINE_BREAK_CHARS && (piece.boundary !== "word" || OPENER_PATTERN.test(piece.text));
}

function buildParagraph(pieces: Token[]): Paragraph {
  const { speaker, kind } = pieces[0]!;
  const times: TimeMark[] = [];
  const changes: Change[] = [];
  let text = "";
  /** The time of a word taken out belongs to the word behind it. */
  let carried: number | null = null;
  for (let i = 0; i < pieces.length;) {
    const { correction } = pieces[i]!;
    let end = i + 1;
    if (correction) while (pieces[end]?.correction === correction) end++;
    const group = pieces.slice(i, end);
    const shown = group.map((piece) => piece.text).filter(Boolean);
    const before = text.length;
    if (text && shown.length) text += " ";
    const at = text.length;
    const last = group.findLast((piece) => piece.text);
    for (const piece of group) {
      const start: number | null = piece.start ?? carried;
      carried = piece.text ? null : start;
      if (!piece.text) continue;
      if (start !== null) times.push([text.length, start]);
      text += piece === last ? piece.text : `${piece.text} `;
    }
    if (correction) addChange(changes, correction, shown.length ? at : before, text.length);
    i = end;
  }
  return { speaker, text, times, changes, ...(kind !== "talk" && { kind }) };
}
