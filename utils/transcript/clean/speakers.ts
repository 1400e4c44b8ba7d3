import type { Step } from "./draft.ts";

/** A label without a name, as recognisers give it. */
export const ANONYMOUS = /^(?:speaker|sprecher|spk|voice)[ _]?\d*$/i;
/** Turns that last one cue on average are no turns: the labels only alternate. */
const CUES_PER_TURN = 1.5;

/**
 * Drops anonymous labels that tell nothing because they change with nearly every cue. Labels with names, and
 * anonymous ones that hold for whole turns, stay.
 */
export const speakers: Step = {
  name: "speakers",
  run(pieces) {
    let cues = 0;
    let turns = 0;
    let last: string | null = null;
    for (const { begins, speaker } of pieces) {
      if (begins === "word") continue;
      if (!speaker || !ANONYMOUS.test(speaker)) return pieces;
      cues++;
      if (speaker !== last) turns++;
      last = speaker;
    }
    if (turns < 3 || cues / turns >= CUES_PER_TURN) return pieces;
    return pieces.map((piece) => ({ ...piece, speaker: null }));
  },
};
