import type { SpeechRules } from "../../languages/speech-rules.ts";
import type { Timeline } from "../timeline/build-timeline.ts";

/** A sentence with which a chapter may start. */
export interface TurningPoint {
  /** Index of its first token. */
  index: number;
  /** How strongly a new subject is signalled, whatever it is; 0 for an ordinary sentence. */
  score: number;
}

/** A turn with at least this many words is an answer; a shorter one is a remark. */
const MIN_ANSWER_WORDS = 40;
/** Number of words at the start of a sentence that are searched for a turning phrase. */
const MAX_OPENING_WORDS = 45;
/** Lists the sentences of a timeline as possible chapter starts; a turn after a long answer scores highest. */
export function findTurningPoints(timeline: Timeline, { turningPhrase }: SpeechRules): TurningPoint[] {
  const points: TurningPoint[] = [];
  let paragraph = -1;
  let turnWords = 0;
  let previousTurnWords = 0;
  for (const [index, token] of timeline.entries()) {
    if (token.startsTurn) {
      previousTurnWords = turnWords;
      turnWords = 0;
    }
    turnWords++;
    const startsParagraph = token.paragraph !== paragraph;
    paragraph = token.paragraph;
    if (!token.startsSentence && !token.startsTurn && !startsParagraph) continue;
    const followsAnswer = token.startsTurn && previousTurnWords >= MIN_ANSWER_WORDS;
    const opening = getOpeningWords(timeline, index);
    const score =
      (token.startsTurn ? 0.8 : startsParagraph ? 0.2 : 0) +
      (followsAnswer ? 0.6 : 0) +
      (turningPhrase?.test(opening) ? (token.startsTurn ? 0.8 : 0.4) : 0) +
      (token.startsTurn && opening.includes("?") ? 0.3 : 0);
    points.push({ index, score });
  }
  return points;
}

function getOpeningWords(timeline: Timeline, from: number): string {
  const words: string[] = [];
  for (let i = from; i < timeline.length && i < from + MAX_OPENING_WORDS; i++) {
    if (i > from && timeline[i]!.startsTurn) break;
    words.push(timeline[i]!.text);
  }
  return words.join(" ");
}
