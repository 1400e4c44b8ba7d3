import type { Change, Paragraph, TimeMark } from "../model.ts";
import type { Piece } from "./draft.ts";

/** From this length on a paragraph ends with its sentence, in characters. */
const LONG = 450;
/** From this length on, where there are no sentences, it ends with the line of the source or before an opener. */
const TOO_LONG = 550;
/** A paragraph never grows longer than this. */
const LONGEST = 900;
/** Words with which people begin a new thought. */
const OPENER = /^(?:so|well|yeah|yes|no|okay|ok|but|and|now|right|then|because|I|it's)[,.]?$/i;
/** A paragraph of the source is kept as one only when at least this long; headlines excepted. */
const SHORT = 60;

const SENTENCE_END = /[.?!…]["”’)\]]*$/;
const NO_END = /(?:^|[\s.])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|St|vs|etc|e\.g|i\.e)\.$/u;
const endsSentence = (text: string) => SENTENCE_END.test(text) && !NO_END.test(text);

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
  return groups.map(paragraphOf);
}

function breaksAt(piece: Piece, before: Piece, length: number): boolean {
  if (piece.speaker !== before.speaker || piece.kind !== before.kind) return true;
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
  for (const piece of pieces) {
    if (text && piece.text) text += " ";
    const at = text.length;
    if (piece.start !== null) times.push([at, piece.start]);
    if (piece.heard !== undefined)
      changes.push({ at, length: piece.text.length, heard: piece.heard, step: piece.step!, why: piece.why! });
    text += piece.text;
  }
  return { speaker, text, times, changes, ...(kind !== "talk" && { kind }) };
}
