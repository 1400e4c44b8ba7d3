import type { Cue } from "../model/transcript.ts";
import type { CleaningContext, CleaningStep } from "./context/cleaning-step.ts";
import { tokenizeCues, type Token } from "./tokens/token.ts";
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

/** Stops tell more fillers, and fillers gone tell more stops: both once more, until nothing changes. */
const fixpointStep: CleaningStep = {
  name: "settle",
  run(pieces, context) {
    let now = pieces;
    for (let round = 0; round < 3; round++) {
      const next = fillersStep.run(now, context);
      if (next === now) break;
      now = sentencesStep.run(next, context);
    }
    return now;
  },
};

/**
 * The steps in the order in which they run.
 * `overlap` first: what captions repeat is no speech. `turns` and `edits` know the words of the source, so nothing
 * may have changed them yet. `speakers` next, for what later steps do differs at a change of speaker; `joins` before
 * anything that looks at single words; `names` before `fillers` and `sentences`, which leave corrected words alone;
 * `parts` when sentences can be told; `lost` last, so that no step sees […] as a word.
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

/** Runs the steps over what a parser read; names in `skip` are left out. */
export function cleanCues(cues: Cue[], context: CleaningContext, skip: readonly string[] = []): Token[] {
  return CLEANING_STEPS.filter((step) => !skip.includes(step.name)).reduce(
    (pieces, step) => step.run(pieces, context),
    tokenizeCues(cues),
  );
}

/** Sentences about the edits that stand nowhere in a transcript, or too often; none when all is well. */
export function findMisplacedEdits(cues: Cue[], context: CleaningContext): string[] {
  if (!context.edits) return [];
  return validateEdits(tokenizeCues(cues), context.edits);
}
