import type { Timeline } from "../timeline/build-timeline.ts";

/** A place at which a chapter may begin. */
export interface TurningPoint {
  /** Index of its word in the row. */
  index: number;
  /** How much the talk takes a turn here, whatever it is about; 0 for a sentence like any other. */
  score: number;
}

/** A turn of at least so many words was an answer, not a remark. */
const MIN_ANSWER_WORDS = 40;
/** How many words of a turn are looked at for what a new question sounds like. */
const MAX_OPENING_WORDS = 45;
/** What people say when they turn to something else. English. */
const TURNING_PHRASE =
  /\b(?:(?:an?other|next|last|final|first|different|new|couple of|few|two) (?:\w+ )?(?:questions?|topics?|things?|subjects?|note)|segue|let's (?:talk|move|turn|start|dive|go)|moving on|curious|wondering|i(?:'d| would) (?:also )?(?:love|like) to|want(?:ed)? to ask|tell (?:us|me)|talk (?:to us )?about|(?:do you have|what are your|your) thoughts|speaking of|before (?:we|i|you) (?:go|end|finish|close)|out of time|play us out|wrap up|great to talk|thank(?:s| you)|welcome)\b/i;

/** The sentences of a row as places at which a chapter may begin; turns behind a long answer before all others. */
export function findTurningPoints(row: Timeline): TurningPoint[] {
  const found: TurningPoint[] = [];
  let paragraph = -1;
  let turnWords = 0;
  let before = 0;
  for (const [index, word] of row.entries()) {
    if (word.startsTurn) {
      before = turnWords;
      turnWords = 0;
    }
    turnWords++;
    const isParagraph = word.paragraph !== paragraph;
    paragraph = word.paragraph;
    if (!word.startsSentence && !word.startsTurn && !isParagraph) continue;
    const isNext = word.startsTurn && before >= MIN_ANSWER_WORDS;
    const opening = getOpeningWords(row, index);
    const score =
      (word.startsTurn ? 0.8 : isParagraph ? 0.2 : 0) +
      (isNext ? 0.6 : 0) +
      (TURNING_PHRASE.test(opening) ? (word.startsTurn ? 0.8 : 0.4) : 0) +
      (word.startsTurn && opening.includes("?") ? 0.3 : 0);
    found.push({ index, score });
  }
  return found;
}

function getOpeningWords(row: Timeline, from: number): string {
  const words: string[] = [];
  for (let i = from; i < row.length && i < from + MAX_OPENING_WORDS; i++) {
    if (i > from && row[i]!.startsTurn) break;
    words.push(row[i]!.text);
  }
  return words.join(" ");
}
