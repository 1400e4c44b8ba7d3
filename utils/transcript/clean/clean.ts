import type { Cue } from "../model.ts";
import { draftOf, type Context, type Piece, type Step } from "./draft.ts";
import { edits, misplaced } from "./edits/edits.ts";
import { turns } from "./edits/turns.ts";
import { fillers } from "./fillers.ts";
import { joins } from "./joins.ts";
import { lost } from "./lost.ts";
import { names } from "./names/names.ts";
import { sentences } from "./sentences/sentences.ts";
import { speakers } from "./speakers.ts";

/**
 * The steps in the order in which they run.
 * `speakers` first, for what later steps do differs at a change of speaker; `joins` before anything that looks at
 * single words; `lost` last, so that no step sees […] as a word.
 */
export const STEPS: readonly Step[] = [turns, edits, speakers, joins, names, fillers, sentences, lost];

/** Runs the steps over what a parser read; names in `skip` are left out. */
export function clean(cues: Cue[], context: Context, skip: readonly string[] = []): Piece[] {
  return STEPS.filter((step) => !skip.includes(step.name)).reduce(
    (pieces, step) => step.run(pieces, context),
    draftOf(cues),
  );
}

/** Sentences about the edits that stand nowhere in a transcript, or too often; none when all is well. */
export function misplacedEdits(cues: Cue[], context: Context): string[] {
  if (!context.edits) return [];
  return misplaced(draftOf(cues), context.edits);
}
