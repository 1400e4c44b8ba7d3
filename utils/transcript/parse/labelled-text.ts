import { parseTime } from "../model/clock-time.ts";
import type { ParseProblem } from "../model/parse-problem.ts";
import type { Cue, LineJoin, ParsedTranscript } from "../model/transcript.ts";
import { collapseWhitespace, splitLines } from "./source-lines.ts";

/** Whether a text has clock times on lines of their own, each followed by `Speaker N :` and words. */
export const isLabelledText = (text: string) =>
  /(?:^|\n)[ \t]*\d{1,2}:\d\d(?::\d\d)?[ \t]*\r?\nSpeaker \d+ ?:/.test(text);

const TIME_LINE = /^\s*\d{1,2}:\d\d(?::\d\d)?\s*$/;
const SPEAKER_LABEL = /^(Speaker \d+) ?:/;

/**
 * Lines of this format are captions of at most 41 characters: two joined with a space, and often a third without one.
 * A line of more than 82 characters therefore lost exactly one space, at
 * most 41 characters from its end and 82 from its start. A shorter line may have lost one.
 */
const MAX_CAPTION_CHARACTERS = 41;

/** Parses labelled text. Speakers remain as the source labels them; cleaning decides whether they are right. */
export function parseLabelledText(source: string): ParsedTranscript {
  const cues: Cue[] = [];
  const problems: ParseProblem[] = [];
  let cue: Cue | null = null;
  for (const { text: raw, number } of splitLines(source)) {
    if (TIME_LINE.test(raw)) {
      cue = { text: "", start: parseTime(raw), end: null, speaker: null, line: number };
      cues.push(cue);
      continue;
    }
    const label = SPEAKER_LABEL.exec(raw);
    const text = collapseWhitespace(raw.slice(label?.[0].length ?? 0));
    if (cue && label) cue.speaker = label[1]!;
    if (!text) continue;
    if (!cue) {
      problems.push({ line: number, code: "text-before-time" });
      continue;
    }
    if (cue.text) cue.text += " ";
    const joins = findLineJoins(text, raw.length, cue.text.length);
    if (joins.length) (cue.joins ??= []).push(...joins);
    cue.text += text;
  }
  return { format: "labelled-text", cues: cues.filter((c) => c.text), problems, notes: [], language: null };
}

/**
 * Finds the range in which a line lost a space.
 *
 * @param length Length of the line with its label.
 * @param offset Offset of the line in its cue's text.
 */
function findLineJoins(line: string, length: number, offset: number): LineJoin[] {
  if (line.length <= MAX_CAPTION_CHARACTERS) return [];
  const from = Math.max(1, line.length - MAX_CAPTION_CHARACTERS);
  const to = Math.min(line.length - 1, 2 * MAX_CAPTION_CHARACTERS);
  return [{ from: offset + from, to: offset + to, certain: length > 2 * MAX_CAPTION_CHARACTERS }];
}
