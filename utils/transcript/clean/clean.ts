import type { Cue } from "../model.ts";
import { draftOf, type Context, type Piece, type Step } from "./draft.ts";
import { edits, misplaced } from "./edits/edits.ts";
import { turns } from "./edits/turns.ts";
import { fillers } from "./fillers.ts";
import { joins } from "./joins.ts";
import { lost } from "./lost.ts";
import { names } from "./names/names.ts";
import { overlap } from "./overlap.ts";
import { parts } from "./parts.ts";
import { sentences } from "./sentences/sentences.ts";
import { speakers } from "./speakers.ts";

/** Stops tell more fillers, and fillers gone tell more stops: both once more, until nothing changes. */
const settle: Step = {
  name: "settle",
  run(pieces, context) {
    let now = pieces;
    for (let round = 0; round < 3; round++) {
      const next = fillers.run(now, context);
      if (next === now) break;
      now = sentences.run(next, context);
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
export const STEPS: readonly Step[] = [
  overlap,
  turns,
  edits,
  speakers,
  joins,
  names,
  fillers,
  sentences,
  settle,
  parts,
  lost,
];

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
