import type { Cue } from "../model/transcript.ts";
import type { CleaningContext, CleaningStep } from "./context/cleaning-step.ts";
import { editsStep, validateEdits } from "./edits/edits-step.ts";
import { turnsStep } from "./edits/turns-step.ts";
import { fillersStep } from "./fillers/fillers-step.ts";
import { joinsStep } from "./joins-step.ts";
import { lostWordsStep } from "./lost-words-step.ts";
import { namesStep } from "./names/names-step.ts";
import { overlapStep } from "./overlap-step.ts";
import { segmentsStep } from "./segments-step.ts";
import { sentencesStep } from "./sentences/sentences-step.ts";
import { speakersStep } from "./speakers-step.ts";
import { tokenizeCues, type Token } from "./tokens/token.ts";

const MAX_FIXPOINT_ROUNDS = 3;

/** Runs fillers and sentences to a fixpoint: full stops reveal fillers, and removed fillers reveal full stops. */
const fixpointStep: CleaningStep = {
  name: "fixpoint",
  run(tokens, context) {
    let current = tokens;
    for (let round = 0; round < MAX_FIXPOINT_ROUNDS; round++) {
      const next = fillersStep.run(current, context);
      if (next === current) break;
      current = sentencesStep.run(next, context);
    }
    return current;
  },
};

/**
 * The steps in the order in which they run:
 * - `overlap` first, because repeated captions are no speech.
 * - `turns` and `edits` refer to the words of the source, so nothing else may have changed them.
 * - `speakers` before all steps that stop at a change of speaker.
 * - `joins` before all steps that look at single words.
 * - `names` before `fillers` and `sentences`, which leave corrected words alone.
 * - `segments` once there are sentences.
 * - `lost` last, so that no step takes […] for a word.
 */
export const CLEANING_STEPS: readonly CleaningStep[] = [
  overlapStep,
  turnsStep,
  editsStep,
  speakersStep,
  joinsStep,
  namesStep,
  fillersStep,
  sentencesStep,
  fixpointStep,
  segmentsStep,
  lostWordsStep,
];

/**
 * Runs the cleaning steps over the cues of a transcript.
 *
 * @param skip Names of steps to leave out.
 */
export function cleanCues(
  cues: readonly Cue[],
  context: CleaningContext,
  skip: readonly string[] = [],
): Token[] {
  return CLEANING_STEPS.filter(({ name }) => !skip.includes(name)).reduce(
    (tokens, step) => step.run(tokens, context),
    tokenizeCues(cues),
  );
}

/** Sentences for the editor about edits whose words are not in the transcript, or occur too often. */
export const findMisplacedEdits = (cues: readonly Cue[], { edits }: CleaningContext): string[] =>
  edits ? validateEdits(tokenizeCues(cues), edits) : [];
