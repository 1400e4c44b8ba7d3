import { addChange } from "../changes.ts";
import type { Change, Paragraph, TimeMark } from "../model.ts";
import { endsSentence } from "./row.ts";
import type { Piece } from "./draft.ts";

/** From this length on a paragraph ends with its sentence, in characters. */
const LONG = 450;
/** From this length on, where there are no sentences, it ends with the line of the source or before an opener. */
const TOO_LONG = 750;
/** A paragraph never grows longer than this. */
const LONGEST = 900;
/** Words with which people begin a new thought. */
const OPENER = /^(?:so|well|yeah|yes|no|okay|ok|but|and|now|right|then|because|I|it's)[,.]?$/i;
/** A paragraph of the source is kept as one only when at least this long; headlines excepted. */
const SHORT = 60;

/** Puts words together to paragraphs: one speaker each, a few sentences, broken where the source breaks. */
export function paragraphsOf(pieces: Piece[]): Paragraph[] {
  const groups: Piece[][] = [];
  let length = 0;
  for (const [i, piece] of pieces.entries()) {
    const before = pieces[i - 1];
    if (!before || breaksAt(piece, before, length)) {
      groups.push([]);
      length = 0;
    }
    groups.at(-1)!.push(piece);
    length += piece.text.length + 1;
  }
  return shownOf(groups).map(paragraphOf);
}

/** A turn of which nothing is shown is no paragraph: what was taken out stays with the words before it. */
function shownOf(groups: readonly Piece[][]): Piece[][] {
  const shown: Piece[][] = [];
  for (const group of groups) {
    const last = shown.at(-1);
    if (last && !group.some(({ text }) => text)) last.push(...group);
    else shown.push([...group]);
  }
  return shown;
}

function breaksAt(piece: Piece, before: Piece, length: number): boolean {
  if (piece.speaker !== before.speaker || piece.kind !== before.kind) return true;
  // Words that were corrected together stay together.
  if (piece.correction && piece.correction === before.correction) return false;
  if (length > LONGEST) return true;
  if (piece.begins === "paragraph" && length > SHORT && (length > LONG || endsSentence(before.text)))
    return true;
  if (length > LONG && endsSentence(before.text)) return true;
  return length > TOO_LONG && (piece.begins !== "word" || OPENER.test(piece.text));
}

function paragraphOf(pieces: Piece[]): Paragraph {
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
