import { findLowestIndex } from "../../../shared/binary-search.ts";
import { normalizeWords } from "../../model/normalize-words.ts";
import type { CleaningStep } from "../context/cleaning-step.ts";
import type { ManualTurn } from "../context/curated-facts.ts";
import type { Token } from "../tokens/token.ts";

/** Applies the turns set by hand: who speaks, and which parts are not talk. */
export const turnsStep: CleaningStep = {
  name: "turns",
  run(tokens, { edits }) {
    if (!edits?.turns.length) return tokens;
    const turns = locateTurns(tokens, edits.turns);
    let next = 0;
    let speaker: string | null = null;
    let kind: Token["kind"] = "talk";
    return tokens.flatMap((token, i): Token[] => {
      const parts: Token[] = [{ ...token, speaker, kind }];
      for (; next < turns.length; next++) {
        const [turn, position] = turns[next]!;
        if (position && position.tokenIndex > i) break;
        if (position?.tokenIndex !== i) continue;
        speaker = turn.speaker ?? speaker;
        kind = turn.kind ?? "talk";
        const last = parts.pop()!;
        const offset = position.offset - (token.text.length - last.text.length);
        parts.push(...startTurn(last, offset, { speaker, kind }));
      }
      return parts;
    });
  },
};

/** Begins a turn with a token, or at an offset inside it where two words are glued together. */
function startTurn(token: Token, offset: number, turn: Pick<Token, "speaker" | "kind">): Token[] {
  if (offset <= 0) return [{ ...token, ...turn, boundary: "paragraph" }];
  const correction = token.correction ?? {
    heard: token.text,
    step: turnsStep.name,
    why: { rule: "edited" },
  };
  const { lost: _, brokenMark: __, join: ___, ...rest } = token;
  return [
    { ...token, text: token.text.slice(0, offset), correction },
    // The first part records the whole heard word, so this part counts as put in.
    {
      ...rest,
      ...turn,
      text: token.text.slice(offset),
      correction: { ...correction, heard: "" },
      boundary: "paragraph",
      start: null,
    },
  ];
}

/** The beginning of a turn: a token, and an offset in its text unless the turn begins with the whole token. */
export interface TurnPosition {
  tokenIndex: number;
  offset: number;
}

const toComparableLetters = (text: string): string => normalizeWords(text).replace(/[ .']/g, "");

/**
 * Finds where turns begin, each after the turn before it; null where its words are not found.
 * Letters are compared rather than words, so that glued words are found.
 */
export function locateTurns(
  tokens: readonly Token[],
  turns: readonly ManualTurn[],
): [ManualTurn, TurnPosition | null][] {
  const starts: number[] = [];
  let stream = "";
  for (const { text } of tokens) {
    starts.push(stream.length);
    stream += toComparableLetters(text);
  }
  const wordEnds = new Set([...starts, stream.length]);
  let searchStart = 0;
  return turns.map((turn) => {
    const letters = toComparableLetters(turn.from);
    const isOneWord = !turn.from.trim().includes(" ");
    if (!letters) return [turn, null];
    for (let at = stream.indexOf(letters, searchStart); at >= 0; at = stream.indexOf(letters, at + 1)) {
      // A single word has to be a whole word, or the end of a glued one.
      if (isOneWord && !wordEnds.has(at + letters.length)) continue;
      searchStart = at + 1;
      const tokenIndex = findLowestIndex(starts.length, (i) => starts[i]! > at) - 1;
      const offset = findLetterOffset(tokens[tokenIndex]!.text, at - starts[tokenIndex]!);
      return [turn, { tokenIndex, offset }];
    }
    return [turn, null];
  });
}

/** Offset of the letter or digit with an index, counting letters and digits only; 0 for the first. */
function findLetterOffset(text: string, index: number): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    if (!/[\p{L}\p{N}]/u.test(text[i]!)) continue;
    if (count === index) return index ? i : 0;
    count++;
  }
  return 0;
}
