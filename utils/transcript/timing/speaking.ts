import { unitsOf } from "../units.ts";
import type { Paragraph, TimeMark } from "../model.ts";
import { endsSentence } from "../clean/row.ts";

/**
 * Seconds, about, that speaking takes: letters follow the sounds better than words do. 0.07 s a letter with the pauses
 * below is about 160 words a minute, as English is read and talked (Wikipedia, "Words per minute", November 2026).
 * Only how they stand to each other counts where a length is known.
 */
const LETTER = 0.07;
const COMMA = 0.15;
const STOP = 0.3;
const TURN = 0.8;

/** What of a word is said. */
const LETTERS = /[\p{L}\p{N}]/gu;

/** Seconds, about, that one written word takes with the pause behind it; nothing for a mark like […]. */
export function speakingSeconds(word: string): number {
  const letters = word.match(LETTERS)?.length ?? 0;
  if (!letters) return 0;
  return letters * LETTER + (endsSentence(word) ? STOP : /[,–—][”"’)\]]*$/u.test(word) ? COMMA : 0);
}

/**
 * Where each sentence of the paragraphs begins if nobody paused otherwise: offsets and seconds from the first word.
 * What was heard and left out as filler was said all the same; show notes never were.
 */
export function speakingTimes(paragraphs: readonly Paragraph[]): { times: TimeMark[][]; seconds: number } {
  let seconds = 0;
  let speaker: string | null = null;
  const times = paragraphs.map((paragraph) => {
    const found: TimeMark[] = [[0, seconds]];
    if (paragraph.kind === "notes") return found;
    if (paragraph.speaker !== speaker && seconds) found[0] = [0, (seconds += TURN)];
    speaker = paragraph.speaker;
    let isStart = false;
    for (const { text, heard, change, at } of unitsOf(paragraph)) {
      if (isStart && text) found.push([at, seconds]);
      if (text) isStart = endsSentence(text);
      const said = change?.step === "fillers" ? heard : text;
      for (const word of said.split(/\s+/)) seconds += speakingSeconds(word);
    }
    return found;
  });
  return { times, seconds };
}
