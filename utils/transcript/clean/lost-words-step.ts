import { LOST_MARKER } from "../model/lost-marker.ts";
import type { CleaningStep } from "./context/cleaning-step.ts";
import type { Token } from "./tokens/token.ts";

/** Shows […] where the source says that words are lost. */
export const lostWordsStep: CleaningStep = {
  name: "lost",
  run: (tokens) =>
    tokens.flatMap((token) => {
      const { lost: isLost, ...rest } = token;
      return isLost ? [createLostToken(token), { ...rest, boundary: "word" as const }] : [token];
    }),
};

const createLostToken = ({ speaker, boundary, cueOffset, kind }: Token): Token => ({
  text: LOST_MARKER,
  correction: { heard: "", step: "lost", why: { rule: "lost" } },
  start: null,
  speaker,
  boundary,
  cueOffset,
  kind,
});
