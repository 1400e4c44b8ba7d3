import type { Piece, Step } from "./draft.ts";

/** How lost words are shown; never glued to what stands beside them. */
export const LOST = "[…]";

/** Shows […] where the source says that words are missing. */
export const lost: Step = {
  name: "lost",
  run: (pieces) =>
    pieces.flatMap((piece) => {
      if (!piece.lost) return [piece];
      const { lost: _, ...rest } = piece;
      return [mark(piece), { ...rest, begins: "word" as const }];
    }),
};

const mark = ({ join: _, brokenMark: __, ...piece }: Piece): Piece => ({
  ...piece,
  text: LOST,
  heard: "",
  step: "lost",
  why: "Words are missing in the source here.",
  start: null,
});
