import { LOST_MARKER } from "../model/lost-marker.ts";
import { isSentenceEnd } from "../model/sentence-end.ts";
import type { Paragraph } from "../model/transcript.ts";
import type { TextPosition } from "../model/text-position.ts";
import { tokenizeParagraph } from "../model/paragraph-tokens.ts";
import { estimateSpeakingSeconds, TURN_SECONDS } from "./estimate-speaking-seconds.ts";

/** A word as it was spoken, or a gap where words are lost. */
export interface TimedToken extends TextPosition {
  text: string;
  /** How long it takes to say if nobody hurries, with what comes behind it: left-out fillers, a pause, a turn. */
  seconds: number;
  /** A sentence or a paragraph begins with it. */
  startsSentence: boolean;
  /** Another speaker begins with it. */
  startsTurn: boolean;
  /** Nobody knows how many words are missing here. */
  isGap?: true;
}

/** The rest of a sentence that is lost takes about as long, in seconds. */
const GAP_SECONDS = 3;

/**
 * The words of a transcript in a row, each with the time it takes to say. What was heard and left out as filler was
 * said all the same, and so is part of the word before it; show notes never were.
 */
export function buildTimeline(paragraphs: readonly Paragraph[]): TimedToken[] {
  const row: TimedToken[] = [];
  let speaker: string | null = null;
  for (const [index, paragraph] of paragraphs.entries()) {
    if (paragraph.kind === "notes") continue;
    let begins = true;
    let turn = paragraph.speaker !== speaker;
    const last = row.at(-1);
    if (turn && last) last.seconds += TURN_SECONDS;
    speaker = paragraph.speaker;
    for (const { text, heard, change, at } of tokenizeParagraph(paragraph)) {
      for (const { 0: word, index: within } of text.matchAll(/\S+/g)) {
        const place = { paragraph: index, offset: at + within, text: word };
        if (word === LOST_MARKER)
          row.push({ ...place, seconds: GAP_SECONDS, startsSentence: true, startsTurn: turn, isGap: true });
        else
          row.push({
            ...place,
            seconds: estimateSpeakingSeconds(word),
            startsSentence: begins,
            startsTurn: turn,
          });
        begins = word === LOST_MARKER || isSentenceEnd(word);
        turn = false;
      }
      const before = row.at(-1);
      if (change?.step === "fillers" && before)
        before.seconds += Math.max(0, sumSpeakingSeconds(heard) - sumSpeakingSeconds(text));
    }
  }
  return row;
}

const sumSpeakingSeconds = (words: string) =>
  words.split(/\s+/).reduce((sum, word) => sum + estimateSpeakingSeconds(word), 0);
