import { parseTime } from "../model/clock-time.ts";
import type { Cue, ParsedTranscript } from "../model/transcript.ts";
import { collapseWhitespace, splitLines } from "./source-lines.ts";

/** Whether a text has minute marks in brackets, `[00:09:00]`, some of them broken to `[:`. */
export const isMinuteMarkText = (text: string) =>
  /\[\d\d:\d\d:\d\d\]/.test(text) &&
  (text.match(/\[\d\d:\d\d:\d\d\]|(?<=\s)\[:(?=\p{Lu})/gu)?.length ?? 0) >= 3;

const SPEECH_HEADING = /^(?:automated |full |episode )?transcript:?$/i;
const DISCLAIMER = /^please note that .*transcript.*(?:automatic|error)/i;
const MINUTE_MARK = /\[(\d\d:\d\d:\d\d)\]|(?:^|(?<=\s))\[:/;
/** A line broken at a year: the last words before the year, a colon, and the next sentence. */
const BROKEN_AT_YEAR = /^([^[\]]{1,31}? [^[\]]{1,31}?):(?=\p{Lu})/u;
/** Before a broken mark the source keeps 29 characters, less a space at an end. Fewer are a whole line. */
const CUT_CHARACTERS = 28;

/**
 * Parses paragraphs with minute marks. Text before a heading "Transcript" is notes.
 * A broken mark lost the words around it: the beginning of the cue before it, and what preceded the cue after it.
 */
export function parseMinuteMarkText(source: string): ParsedTranscript {
  const lines = splitLines(source);
  const heading = lines.findIndex((line) => SPEECH_HEADING.test(line.text.trim()));
  const dropBlankLines = (part: typeof lines) => part.filter((line) => line.text.trim());
  const notes =
    heading < 0 ? [] : dropBlankLines(lines.slice(0, heading)).map((line) => collapseWhitespace(line.text));
  const spoken = dropBlankLines(lines.slice(heading + 1));
  const disclaimer = heading >= 0 && DISCLAIMER.test(spoken[0]?.text ?? "") ? spoken.shift() : undefined;
  if (disclaimer) notes.push(collapseWhitespace(disclaimer.text));
  const cues = spoken.flatMap((line) => parseMarkedLine(line.text, line.number));
  const brokenLines = new Set(cues.flatMap((cue) => (cue.lost ? [cue.line] : [])));
  const problems = [...brokenLines].map((line) => ({
    line,
    code: "missing-words" as const,
  }));
  return { format: "minute-marks", cues, problems, notes, language: null };
}

function parseMarkedLine(text: string, line: number): Cue[] {
  const year = BROKEN_AT_YEAR.exec(text);
  const cues: Cue[] = [];
  let rest = year ? text.slice(year[0].length) : text;
  let next: Partial<Cue> = { paragraph: true };
  const addCue = (part: string) => {
    const cueText = collapseWhitespace(part);
    if (!cueText) return;
    cues.push({ start: null, end: null, speaker: null, line, ...next, text: cueText });
    next = {};
  };
  if (year) {
    if (year[1]!.length >= CUT_CHARACTERS) next.lost = true;
    addCue(year[1]!);
    next = { lost: true };
  }
  for (let mark = MINUTE_MARK.exec(rest); mark; mark = MINUTE_MARK.exec(rest)) {
    const before = rest.slice(0, mark.index);
    if (!mark[1] && !cues.length && before.length >= CUT_CHARACTERS) next.lost = true;
    addCue(before);
    const paragraph = cues.length ? {} : { paragraph: true as const };
    next = mark[1]
      ? { ...paragraph, start: parseTime(mark[1]) }
      : { ...paragraph, lost: true, brokenMark: true };
    rest = rest.slice(mark.index + mark[0].length);
  }
  addCue(rest);
  return cues;
}
