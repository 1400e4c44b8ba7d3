import type { Cue } from "../model/transcript.ts";
import { collapseWhitespace } from "./source-lines.ts";

/** One word with its own time, as word-level sources give it. */
export interface SourceToken {
  text: string;
  start: number | null;
  end: number | null;
  speaker: string | null;
  line: number;
}

/** Silence after which a new cue begins, in seconds. */
const PAUSE_SECONDS = 1.5;
/** Longest cue made of single words. */
const MAX_CUE_WORDS = 14;

/** Puts single words together to cues: a new one at a change of speaker, a pause, a sentence's end or after 14 words. */
export function groupTokens(words: SourceToken[]): Cue[] {
  const cues: Cue[] = [];
  let cue: Cue | null = null;
  let count = 0;
  let lastSpeaker: string | null = null;
  for (const word of words) {
    const text = collapseWhitespace(word.text);
    if (!text) continue;
    const speaker: string | null = word.speaker ?? lastSpeaker;
    lastSpeaker = speaker;
    const attached = /^[\p{Po}\p{Pe}\p{Pf}]+$/u.test(text);
    const pause = cue && word.start !== null && cue.end !== null && word.start - cue.end > PAUSE_SECONDS;
    const full = count >= MAX_CUE_WORDS || (cue && /[.?!…]["”’)]?$/.test(cue.text));
    if (!cue || (!attached && (pause || full || speaker !== cue.speaker))) {
      cue = { text: "", start: word.start, end: word.end, speaker, line: word.line, words: [] };
      cues.push(cue);
      count = 0;
    }
    if (cue.text && !attached) cue.text += " ";
    if (word.start !== null && !attached) cue.words!.push([cue.text.length, word.start]);
    cue.text += text;
    cue.end = word.end ?? cue.end;
    count++;
  }
  return cues;
}
