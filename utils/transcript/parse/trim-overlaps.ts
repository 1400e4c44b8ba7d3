import type { Cue } from "../model/transcript.ts";

/** Ends each cue at the latest where the next one begins, because recognized captions overlap. */
export const trimOverlaps = (cues: Cue[]): Cue[] =>
  cues.map((cue, i) => {
    const next = cues[i + 1]?.start ?? null;
    return next !== null && cue.end !== null && cue.end > next ? { ...cue, end: next } : cue;
  });
