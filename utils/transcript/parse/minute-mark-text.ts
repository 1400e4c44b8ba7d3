import { parseTime } from "../model/clock-time.ts";
import type { Cue, ParsedTranscript } from "../model/transcript.ts";
import { collapseWhitespace, splitLines } from "./source-lines.ts";

/** Text with minute marks in brackets, `[00:09:00]`, some of them broken to `[:`. */
export const isMinuteMarkText = (text: string) =>
  /\[\d\d:\d\d:\d\d\]/.test(text) &&
  (text.match(/\[\d\d:\d\d:\d\d\]|(?<=\s)\[:(?=\p{Lu})/gu)?.length ?? 0) >= 3;

const SPEECH_HEADING = /^(?:automated |full |episode )?transcript:?$/i;
const DISCLAIMER = /^please note that .*transcript.*(?:automatic|error)/i;
const MINUTE_MARK = /\[(\d\d:\d\d:\d\d)\]|(?:^|(?<=\s))\[:/;
/** A line broken at a year: the end of what stood there, some words at least, a colon, and the next sentence. */
const BROKEN_AT_YEAR = /^([^[\]]{1,31}? [^[\]]{1,31}?):(?=\p{Lu})/u;
/** What is left before a broken mark is its last 29 characters, a space at either end gone; less is a whole line. */
const CUT_CHARACTERS = 28;

/**
 * Reads paragraphs with minute marks. What stands before a heading "Transcript" is notes. At a broken mark the
 * words around it are gone: the cue before it lost its beginning, the cue behind it what came before.
 */
export function parseMinuteMarkText(source: string): ParsedTranscript {
  const lines = splitLines(source);
  const heading = lines.findIndex((line) => SPEECH_HEADING.test(line.text.trim()));
  const paragraphs = (part: typeof lines) => part.filter((line) => line.text.trim());
  const notes =
    heading < 0 ? [] : paragraphs(lines.slice(0, heading)).map((line) => collapseWhitespace(line.text));
  const spoken = paragraphs(lines.slice(heading + 1));
  const disclaimer = heading >= 0 && DISCLAIMER.test(spoken[0]?.text ?? "") ? spoken.shift() : undefined;
  if (disclaimer) notes.push(collapseWhitespace(disclaimer.text));
  const cues = spoken.flatMap((line) => parseMarkedLine(line.text, line.number));
  const broken = new Set(cues.flatMap((cue) => (cue.lost ? [cue.line] : [])));
  const problems = [...broken].map((line) => ({
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
  const push = (part: string) => {
    const said = collapseWhitespace(part);
    if (!said) return;
    cues.push({ start: null, end: null, speaker: null, line, ...next, text: said });
    next = {};
  };
  if (year) {
    if (year[1]!.length >= CUT_CHARACTERS) next.lost = true;
    push(year[1]!);
    next = { lost: true };
  }
  for (let mark = MINUTE_MARK.exec(rest); mark; mark = MINUTE_MARK.exec(rest)) {
    const before = rest.slice(0, mark.index);
    if (!mark[1] && !cues.length && before.length >= CUT_CHARACTERS) next.lost = true;
    push(before);
    const paragraph = cues.length ? {} : { paragraph: true as const };
    next = mark[1]
      ? { ...paragraph, start: parseTime(mark[1]) }
      : { ...paragraph, lost: true, brokenMark: true };
    rest = rest.slice(mark.index + mark[0].length);
  }
  push(rest);
  return cues;
}
