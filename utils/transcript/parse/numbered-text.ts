import { parseTime } from "../model/clock-time.ts";
import type { ParseProblem } from "../model/parse-problem.ts";
import type { Cue, ParsedTranscript } from "../model/transcript.ts";
import { collapseWhitespace, splitLines } from "./source-lines.ts";

/**
 * Whether a text is SubRip as Captivate's players print it: a counter, a line
 * with only ":", a clock time, and words. The first cue has "Speaker:" instead of a counter and colon.
 */
export const isNumberedText = (text: string) =>
  /(?:^|\n)[ \t]*:[ \t]*\r?\n[ \t]*\d{1,2}:\d\d:\d\d[ \t]*(?:\r?\n|$)/.test(text);

const TIME_LINE = /^\s*\d{1,2}:\d\d:\d\d\s*$/;

/** Parses numbered text. The last cue may break off anywhere. */
export function parseNumberedText(source: string): ParsedTranscript {
  const cues: Cue[] = [];
  const problems: ParseProblem[] = [];
  const lines = splitLines(source);
  let cue: Cue | null = null;
  for (const [i, { text, number }] of lines.entries()) {
    const isCounter = /^\s*\d+\s*$/.test(text) && /^\s*:\s*$/.test(lines[i + 1]?.text ?? "");
    const isColon = /^\s*:\s*$/.test(text);
    const isHeading = /^Speaker\s*:\s*$/.test(text) && TIME_LINE.test(lines[i + 1]?.text ?? "");
    if (TIME_LINE.test(text)) {
      cue = { text: "", start: parseTime(text), end: null, speaker: null, line: number };
      cues.push(cue);
    } else if (isCounter || isColon || isHeading) continue;
    else if (cue) cue.text += ` ${text}`;
    else if (text.trim()) problems.push({ line: number, code: "text-before-time" });
  }
  for (const one of cues) {
    one.text = collapseWhitespace(one.text);
    if (!one.text) problems.push({ line: one.line, code: "empty-time" });
  }
  const spoken = cues.filter(({ text }) => text);
  return { format: "numbered-text", cues: spoken, problems, notes: [], language: null };
}
