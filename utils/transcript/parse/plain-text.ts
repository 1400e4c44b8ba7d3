import type { Cue, ParsedTranscript } from "../model/transcript.ts";
import { extractSpeakerLabels } from "./speaker-labels.ts";
import { collapseWhitespace, splitLines } from "./source-lines.ts";

/** Reads text without times: a line a cue, a blank line a new paragraph, `Name: ` a speaker where names come back. */
export function parsePlainText(source: string): ParsedTranscript {
  let paragraph = true;
  const cues = splitLines(source).flatMap((line): Cue[] => {
    const text = collapseWhitespace(line.text);
    if (!text) {
      paragraph = true;
      return [];
    }
    const cue: Cue = { text, start: null, end: null, speaker: null, line: line.number };
    if (paragraph) cue.paragraph = true;
    paragraph = false;
    return [cue];
  });
  return { format: "plain", cues: extractSpeakerLabels(cues), problems: [], notes: [], language: null };
}
