import { parseTime } from "../model/clock-time.ts";
import type { ParseProblem } from "../model/parse-problem.ts";
import type { Cue, ParsedTranscript } from "../model/transcript.ts";
import { collapseWhitespace, splitLines } from "./source-lines.ts";

/**
 * Plain text as Captivate's players print SubRip: a counter, a line with only ":", a clock time, then the words.
 * The first cue is headed "Speaker:" instead of a counter and colon.
 */
export const isNumberedText = (text: string) =>
  /(?:^|\n)[ \t]*:[ \t]*\r?\n[ \t]*\d{1,2}:\d\d:\d\d[ \t]*(?:\r?\n|$)/.test(text);

const TIME_LINE = /^\s*\d{1,2}:\d\d:\d\d\s*$/;

/** Reads numbered text; the last cue may break off anywhere. */
export function parseNumberedText(source: string): ParsedTranscript {
  const cues: Cue[] = [];
  const problems: ParseProblem[] = [];
  const lines = splitLines(source);
  let cue: Cue | null = null;
  for (const [i, { text, number }] of lines.entries()) {
    const counter = /^\s*\d+\s*$/.test(text) && /^\s*:\s*$/.test(lines[i + 1]?.text ?? "");
    const colon = /^\s*:\s*$/.test(text);
    const heading = /^Speaker\s*:\s*$/.test(text) && TIME_LINE.test(lines[i + 1]?.text ?? "");
    if (TIME_LINE.test(text)) {
      cue = { text: "", start: parseTime(text), end: null, speaker: null, line: number };
      cues.push(cue);
    } else if (counter || colon || heading) continue;
    else if (cue) cue.text += ` ${text}`;
    else if (text.trim()) problems.push({ line: number, code: "text-before-time" });
  }
  for (const c of cues) c.text = collapseWhitespace(c.text);
  const spoken = cues.filter((c) => c.text);
  for (const c of cues) if (!c.text) problems.push({ line: c.line, code: "empty-time" });
  return { format: "numbered-text", cues: spoken, problems, notes: [], language: null };
}
