import type { Piece, Step } from "../draft.ts";
import type { Turn } from "../known.ts";
import { spoken } from "../../spoken.ts";

/** Who speaks from where on, and what is no talk, by hand. */
export const turns: Step = {
  name: "turns",
  run(pieces, { edits: known }) {
    if (!known?.turns.length) return pieces;
    const places = placesOf(pieces, known.turns);
    let next = 0;
    let speaker: string | null = null;
    let kind: Piece["kind"] = "talk";
    return pieces.flatMap((piece, i): Piece[] => {
      const parts: Piece[] = [{ ...piece, speaker, kind }];
      for (; next < places.length; next++) {
        const [turn, place] = places[next]!;
        if (place && place.piece > i) break;
        if (place?.piece !== i) continue;
        speaker = turn.speaker ?? speaker;
        kind = turn.kind ?? "talk";
        const last = parts.pop()!;
        parts.push(...begun(last, place.cut - (piece.text.length - last.text.length), { speaker, kind }));
      }
      return parts;
    });
  },
};

/** A piece with which a turn begins, or in which it does where two words are glued together. */
function begun(piece: Piece, cut: number, turn: Pick<Piece, "speaker" | "kind">): Piece[] {
  if (cut <= 0) return [{ ...piece, ...turn, begins: "paragraph" }];
  const correction = piece.correction ?? { heard: piece.text, step: turns.name, why: "edited" };
  const { lost: _, brokenMark: __, join: ___, ...rest } = piece;
  return [
    { ...piece, text: piece.text.slice(0, cut), correction },
    // The whole is recorded with the first word, in the paragraph before; this one counts as put in.
    {
      ...rest,
      ...turn,
      text: piece.text.slice(cut),
      correction: { ...correction, heard: "" },
      begins: "paragraph",
      start: null,
    },
  ];
}

/** Where a turn begins: a piece, and the offset in its text, 0 unless two words are glued together there. */
export interface Place {
  piece: number;
  cut: number;
}

const lettersOf = (text: string) => spoken(text).replace(/[ .']/g, "");

/**
 * Each turn with its place, null where its words do not stand behind the turn before. Letters are compared, not
 * words, so that words glued to others are found.
 */
export function placesOf(pieces: Piece[], all: readonly Turn[]): [Turn, Place | null][] {
  const starts: number[] = [];
  let stream = "";
  for (const { text } of pieces) {
    starts.push(stream.length);
    stream += lettersOf(text);
  }
  const ends = new Set([...starts, stream.length]);
  let last = 0;
  return all.map((turn) => {
    const wanted = lettersOf(turn.from);
    const isOne = !turn.from.trim().includes(" ");
    if (!wanted) return [turn, null];
    for (let at = stream.indexOf(wanted, last); at >= 0; at = stream.indexOf(wanted, at + 1)) {
      // A lone word has to be a word, or the end of two that are glued together.
      if (isOne && !ends.has(at + wanted.length)) continue;
      last = at + 1;
      const piece = pieceAt(starts, at);
      return [turn, { piece, cut: textOffset(pieces[piece]!.text, at - starts[piece]!) }];
    }
    return [turn, null];
  });
}

/** The last piece that starts at or before an offset, and is not empty. */
function pieceAt(starts: number[], at: number): number {
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= at) low = middle;
    else high = middle;
  }
  return low;
}

/** Offset in a text of its nth letter. */
function textOffset(text: string, letters: number): number {
  let seen = 0;
  for (let i = 0; i < text.length; i++) {
    if (!/[\p{L}\p{N}]/u.test(text[i]!)) continue;
    if (seen === letters) return letters ? i : 0;
    seen++;
  }
  return 0;
}
