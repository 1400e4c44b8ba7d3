import { secondsOf } from "../clock.ts";
import type { Cue, Join, Parsed, Problem } from "../model.ts";
import { folded, linesOf } from "./lines.ts";

/** Text with a clock time on a line of its own and `Speaker N :` before the words under it. */
export const looksLikeLabelledText = (text: string) =>
  /(?:^|\n)[ \t]*\d{1,2}:\d\d(?::\d\d)?[ \t]*\r?\nSpeaker \d+ ?:/.test(text);

const TIME = /^\s*\d{1,2}:\d\d(?::\d\d)?\s*$/;
const LABEL = /^(Speaker \d+) ?:/;

/**
 * Captions of at most 41 characters were put on one line two at a time, with a space, and often a third without
 * one. So a line of more than 82 characters holds exactly one such join, at most 41 from its end and 82 from its
 * start, and a shorter one may hold one.
 */
const CAPTION_CHARACTERS = 41;

/** Reads labelled text. The labels stay as the source has them; whether they can be believed is not decided here. */
export function readLabelledText(source: string): Parsed {
  const cues: Cue[] = [];
  const problems: Problem[] = [];
  let cue: Cue | null = null;
  for (const { text: raw, number } of linesOf(source)) {
    if (TIME.test(raw)) {
      cue = { text: "", start: secondsOf(raw), end: null, speaker: null, line: number };
      cues.push(cue);
      continue;
    }
    const label = LABEL.exec(raw);
    const text = folded(raw.slice(label?.[0].length ?? 0));
    if (cue && label) cue.speaker = label[1]!;
    if (!text) continue;
    if (!cue) {
      problems.push({ line: number, message: "Text before the first time was left out." });
      continue;
    }
    if (cue.text) cue.text += " ";
    const joins = joinsIn(text, raw.length, cue.text.length);
    if (joins.length) (cue.joins ??= []).push(...joins);
    cue.text += text;
  }
  return { format: "labelled-text", cues: cues.filter((c) => c.text), problems, notes: [], language: null };
}

function joinsIn(line: string, length: number, offset: number): Join[] {
  if (line.length <= CAPTION_CHARACTERS) return [];
  const from = Math.max(1, line.length - CAPTION_CHARACTERS);
  const to = Math.min(line.length - 1, 2 * CAPTION_CHARACTERS);
  return [{ from: offset + from, to: offset + to, certain: length > 2 * CAPTION_CHARACTERS }];
}
