import { LOST } from "../clean/lost.ts";
import { endsSentence } from "../clean/row.ts";
import type { Paragraph } from "../model.ts";
import type { Place } from "../times.ts";
import { unitsOf } from "../units.ts";
import { speakingSeconds, TURN } from "./speaking.ts";

/** A word as it was spoken, or a gap where words are lost. */
export interface SpokenWord extends Place {
  text: string;
  /** How long it takes to say if nobody hurries, with what comes behind it: left-out fillers, a pause, a turn. */
  seconds: number;
  /** A sentence or a paragraph begins with it. */
  begins: boolean;
  /** Another speaker begins with it. */
  turn: boolean;
  /** Nobody knows how many words are missing here. */
  gap?: true;
}

/** The rest of a sentence that is lost takes about as long, in seconds. */
const GAP = 3;

/**
 * The words of a transcript in a row, each with the time it takes to say. What was heard and left out as filler was
 * said all the same, and so is part of the word before it; show notes never were.
 */
export function rowOf(paragraphs: readonly Paragraph[]): SpokenWord[] {
  const row: SpokenWord[] = [];
  let speaker: string | null = null;
  for (const [index, paragraph] of paragraphs.entries()) {
    if (paragraph.kind === "notes") continue;
    let begins = true;
    let turn = paragraph.speaker !== speaker;
    const last = row.at(-1);
    if (turn && last) last.seconds += TURN;
    speaker = paragraph.speaker;
    for (const { text, heard, change, at } of unitsOf(paragraph)) {
      for (const { 0: word, index: within } of text.matchAll(/\S+/g)) {
        const place = { paragraph: index, offset: at + within, text: word };
        if (word === LOST) row.push({ ...place, seconds: GAP, begins: true, turn, gap: true });
        else row.push({ ...place, seconds: speakingSeconds(word), begins, turn });
        begins = word === LOST || endsSentence(word);
        turn = false;
      }
      const before = row.at(-1);
      if (change?.step === "fillers" && before)
        before.seconds += Math.max(0, secondsOf(heard) - secondsOf(text));
    }
  }
  return row;
}

const secondsOf = (words: string) => words.split(/\s+/).reduce((sum, word) => sum + speakingSeconds(word), 0);
