import type { Cue } from "../model/transcript.ts";

/** Recognised captions run into each other; each is made to end at the latest where the next begins. */
export const trimOverlaps = (cues: Cue[]): Cue[] =>
  cues.map((cue, i) => {
    const next = cues[i + 1]?.start ?? null;
    return next !== null && cue.end !== null && cue.end > next ? { ...cue, end: next } : cue;
  });
