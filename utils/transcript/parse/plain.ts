import type { Cue, Parsed } from "../model.ts";
import { liftLabels } from "./labels.ts";
import { folded, linesOf } from "./lines.ts";

/** Reads text without times: a line a cue, a blank line a new paragraph, `Name: ` a speaker where names come back. */
export function readPlain(source: string): Parsed {
  let paragraph = true;
  const cues = linesOf(source).flatMap((line): Cue[] => {
    const text = folded(line.text);
    if (!text) {
      paragraph = true;
      return [];
    }
    const cue: Cue = { text, start: null, end: null, speaker: null, line: line.number };
    if (paragraph) cue.paragraph = true;
    paragraph = false;
    return [cue];
  });
  return { format: "plain", cues: liftLabels(cues), problems: [], notes: [], language: null };
}
