import type { Piece, Step } from "./draft.ts";

/** A label without a name, as recognisers give it. */
export const ANONYMOUS = /^(?:speaker|sprecher|spk|voice)[ _]?\d*$/i;
/** Turns that last one cue on average may be no turns. */
const CUES_PER_TURN = 1.5;
/** A transcript has to be this long, in turns, before its labels are judged. */
const LEAST_TURNS = 20;
/** Where people really take turns, more turns than this share end with their sentence. */
const ENDED = 0.3;

/**
 * Drops anonymous labels that tell nothing: they change with nearly every cue, in the middle of sentences. Labels
 * with names, and those that change where sentences end, stay.
 */
export const speakers: Step = {
  name: "speakers",
  run(pieces) {
    const starts = pieces.flatMap((piece, i) => (piece.begins === "word" ? [] : [i]));
    const label = (i: number) => pieces[i]!.speaker;
    if (starts.some((i) => !ANONYMOUS.test(label(i) ?? ""))) return pieces;
    const turns = starts.filter((i, k) => k > 0 && label(i) !== label(starts[k - 1]!));
    if (turns.length < LEAST_TURNS || starts.length / turns.length >= CUES_PER_TURN) return pieces;
    const ended = turns.filter((i) => /[.?!…]["”’)]*$/.test(pieces[i - 1]!.text));
    if (ended.length > turns.length * ENDED) return pieces;
    return pieces.map((piece): Piece => ({ ...piece, speaker: null }));
  },
};
