import type { Cue } from "../model/transcript.ts";
import { collapseWhitespace } from "./source-lines.ts";

/** A word with its own time, from a source that has one for each word. */
export interface SourceToken {
  text: string;
  start: number | null;
  end: number | null;
  speaker: string | null;
  line: number;
}

/** A cue ends before a longer silence. */
const PAUSE_SECONDS = 1.5;
/** A cue of single words is no longer. */
const MAX_CUE_WORDS = 14;

/** Groups words into cues that end at a change of speaker, a pause, the end of a sentence, or after 14 words. */
export function groupTokens(tokens: readonly SourceToken[]): Cue[] {
  const cues: Cue[] = [];
  let cue: Cue | null = null;
  let count = 0;
  let lastSpeaker: string | null = null;
  for (const token of tokens) {
    const text = collapseWhitespace(token.text);
    if (!text) continue;
    const speaker: string | null = token.speaker ?? lastSpeaker;
    lastSpeaker = speaker;
    const isPunctuation = /^[\p{Po}\p{Pe}\p{Pf}]+$/u.test(text);
    const isAfterPause =
      cue && token.start !== null && cue.end !== null && token.start - cue.end > PAUSE_SECONDS;
    const isFull = count >= MAX_CUE_WORDS || (cue && /[.?!…]["”’)]?$/.test(cue.text));
    if (!cue || (!isPunctuation && (isAfterPause || isFull || speaker !== cue.speaker))) {
      cue = { text: "", start: token.start, end: token.end, speaker, line: token.line, words: [] };
      cues.push(cue);
      count = 0;
    }
    if (cue.text && !isPunctuation) cue.text += " ";
    if (token.start !== null && !isPunctuation) cue.words!.push([cue.text.length, token.start]);
    cue.text += text;
    cue.end = token.end ?? cue.end;
    count++;
  }
  return cues;
}
