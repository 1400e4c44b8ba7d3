import type { Cue, ParsedTranscript } from "../model/transcript.ts";
import { extractSpeakerLabels } from "./speaker-labels.ts";
import { collapseWhitespace, splitLines } from "./source-lines.ts";

/** Parses text without times: each line is a cue, a blank line begins a paragraph, and `Name: ` is a speaker. */
export function parsePlainText(source: string): ParsedTranscript {
  let startsParagraph = true;
  const cues = splitLines(source).flatMap((line): Cue[] => {
    const text = collapseWhitespace(line.text);
    if (!text) {
      startsParagraph = true;
      return [];
    }
    const cue: Cue = { text, start: null, end: null, speaker: null, line: line.number };
    if (startsParagraph) cue.paragraph = true;
    startsParagraph = false;
    return [cue];
  });
  return { format: "plain", cues: extractSpeakerLabels(cues), problems: [], notes: [], language: null };
}
