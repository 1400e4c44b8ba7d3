import type { SpokenWord } from "../row.ts";

/** A place at which a chapter may begin. */
export interface Turning {
  /** Index of its word in the row. */
  index: number;
  /** How much the talk takes a turn here, whatever it is about; 0 for a sentence like any other. */
  score: number;
}

/** A turn of at least so many words was an answer, not a remark. */
const ANSWER_WORDS = 40;
/** How many words of a turn are looked at for what a new question sounds like. */
const OPENING_WORDS = 45;
/** What people say when they turn to something else. English. */
const TURNING =
  /\b(?:(?:an?other|next|last|final|first|different|new|couple of|few|two) (?:\w+ )?(?:questions?|topics?|things?|subjects?|note)|segue|let's (?:talk|move|turn|start|dive|go)|moving on|curious|wondering|i(?:'d| would) (?:also )?(?:love|like) to|want(?:ed)? to ask|tell (?:us|me)|talk (?:to us )?about|(?:do you have|what are your|your) thoughts|speaking of|before (?:we|i|you) (?:go|end|finish|close)|out of time|play us out|wrap up|great to talk|thank(?:s| you)|welcome)\b/i;

/** The sentences of a row as places at which a chapter may begin; turns behind a long answer before all others. */
export function turnings(row: readonly SpokenWord[]): Turning[] {
  const found: Turning[] = [];
  let paragraph = -1;
  let turnWords = 0;
  let before = 0;
  for (const [index, word] of row.entries()) {
    if (word.turn) {
      before = turnWords;
      turnWords = 0;
    }
    turnWords++;
    const isParagraph = word.paragraph !== paragraph;
    paragraph = word.paragraph;
    if (!word.begins && !word.turn && !isParagraph) continue;
    const isNext = word.turn && before >= ANSWER_WORDS;
    const opening = openingAt(row, index);
    const score =
      (word.turn ? 0.8 : isParagraph ? 0.2 : 0) +
      (isNext ? 0.6 : 0) +
      (TURNING.test(opening) ? (word.turn ? 0.8 : 0.4) : 0) +
      (word.turn && opening.includes("?") ? 0.3 : 0);
    found.push({ index, score });
  }
  return found;
}

function openingAt(row: readonly SpokenWord[], from: number): string {
  const words: string[] = [];
  for (let i = from; i < row.length && i < from + OPENING_WORDS; i++) {
    if (i > from && row[i]!.turn) break;
    words.push(row[i]!.text);
  }
  return words.join(" ");
}
