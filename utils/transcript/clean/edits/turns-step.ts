import type { CleaningStep } from "../context/cleaning-step.ts";
import type { Token } from "../tokens/token.ts";
import type { ManualTurn } from "../context/curated-facts.ts";
import { normalizeWords } from "../../model/normalize-words.ts";

/** Who speaks from where on, and what is no talk, by hand. */
export const turnsStep: CleaningStep = {
  name: "turns",
  run(pieces, { edits: known }) {
    if (!known?.turns.length) return pieces;
    const places = locateTurns(pieces, known.turns);
    let next = 0;
    let speaker: string | null = null;
    let kind: Token["kind"] = "talk";
    return pieces.flatMap((piece, i): Token[] => {
      const parts: Token[] = [{ ...piece, speaker, kind }];
      for (; next < places.length; next++) {
        const [turn, place] = places[next]!;
        if (place && place.tokenIndex > i) break;
        if (place?.tokenIndex !== i) continue;
        speaker = turn.speaker ?? speaker;
        kind = turn.kind ?? "talk";
        const last = parts.pop()!;
        parts.push(
          ...startTurn(last, place.offset - (piece.text.length - last.text.length), { speaker, kind }),
        );
      }
      return parts;
    });
  },
};

/** A piece with which a turn begins, or in which it does where two words are glued together. */
function startTurn(piece: Token, cut: number, turn: Pick<Token, "speaker" | "kind">): Token[] {
  if (cut <= 0) return [{ ...piece, ...turn, boundary: "paragraph" }];
  const correction = piece.correction ?? {
    heard: piece.text,
    step: turnsStep.name,
    why: { rule: "edited" as const },
  };
  const { lost: _, brokenMark: __, join: ___, ...rest } = piece;
  return [
    { ...piece, text: piece.text.slice(0, cut), correction },
    // The whole is recorded with the first word, in the paragraph before; this one counts as put in.
    {
      ...rest,
      ...turn,
      text: piece.text.slice(cut),
      correction: { ...correction, heard: "" },
      boundary: "paragraph",
      start: null,
    },
  ];
}

/** Where a turn begins: a piece, and the offset in its text, 0 unless two words are glued together there. */
export interface TurnPosition {
  tokenIndex: number;
  offset: number;
}

const toComparableLetters = (text: string) => normalizeWords(text).replace(/[ .']/g, "");

/**
 * Each turn with its place, null where its words do not stand behind the turn before. Letters are compared, not
 * words, so that words glued to others are found.
 */
export function locateTurns(
  pieces: Token[],
  all: readonly ManualTurn[],
): [ManualTurn, TurnPosition | null][] {
  const starts: number[] = [];
  let stream = "";
  for (const { text } of pieces) {
    starts.push(stream.length);
    stream += toComparableLetters(text);
  }
  const ends = new Set([...starts, stream.length]);
  let last = 0;
  return all.map((turn) => {
    const wanted = toComparableLetters(turn.from);
    const isOne = !turn.from.trim().includes(" ");
    if (!wanted) return [turn, null];
    for (let at = stream.indexOf(wanted, last); at >= 0; at = stream.indexOf(wanted, at + 1)) {
      // A lone word has to be a word, or the end of two that are glued together.
      if (isOne && !ends.has(at + wanted.length)) continue;
      last = at + 1;
      const tokenIndex = findTokenIndex(starts, at);
      const offset = findLetterOffset(pieces[tokenIndex]!.text, at - starts[tokenIndex]!);
      return [turn, { tokenIndex, offset }];
    }
    return [turn, null];
  });
}

/** The last piece that starts at or before an offset, and is not empty. */
function findTokenIndex(starts: number[], at: number): number {
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= at) low = middle;
    else high = middle;
  }
  return low;
}

/** Offset in a text of its nth letter. */
function findLetterOffset(text: string, letters: number): number {
  let seen = 0;
  for (let i = 0; i < text.length; i++) {
    if (!/[\p{L}\p{N}]/u.test(text[i]!)) continue;
    if (seen === letters) return letters ? i : 0;
    seen++;
  }
  return 0;
}
