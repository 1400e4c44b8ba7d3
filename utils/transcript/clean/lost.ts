import type { Piece, Step } from "./draft.ts";

/** How lost words are shown; never glued to what stands beside them. */
export const LOST = "[…]";

/** Shows […] where the source says that words are missing. */
export const lost: Step = {
  name: "lost",
  run: (pieces) =>
    pieces.flatMap((piece) => {
      const { lost: isLost, ...rest } = piece;
      return isLost ? [mark(piece), { ...rest, begins: "word" as const }] : [piece];
    }),
};

const mark = ({ speaker, begins, at, kind }: Piece): Piece => ({
  text: LOST,
  correction: { heard: "", step: "lost", why: "Words are missing in the source here." },
  start: null,
  speaker,
  begins,
  at,
  kind,
});
