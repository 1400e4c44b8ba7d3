import { LOST_MARKER } from "../model/lost-marker.ts";
import type { CleaningStep } from "./context/cleaning-step.ts";
import type { Token } from "./tokens/token.ts";

/** Shows […] where the source says that words are missing. */
export const lostWordsStep: CleaningStep = {
  name: "lost",
  run: (pieces) =>
    pieces.flatMap((piece) => {
      const { lost: isLost, ...rest } = piece;
      return isLost ? [createLostToken(piece), { ...rest, boundary: "word" as const }] : [piece];
    }),
};

const createLostToken = ({ speaker, boundary: begins, cueOffset: at, kind }: Token): Token => ({
  text: LOST_MARKER,
  correction: { heard: "", step: "lost", why: { rule: "lost" } },
  start: null,
  speaker,
  boundary: begins,
  cueOffset: at,
  kind,
});
