import { LOST_MARKER } from "../../model/lost-marker.ts";
import { isSentenceEnd } from "../../model/sentence-end.ts";
import type { Paragraph } from "../../model/transcript.ts";
import type { TextPosition } from "../../model/text-position.ts";
import { tokenizeParagraph } from "../../model/paragraph-tokens.ts";
import { getSpeakingTimeEstimator, TURN_SECONDS } from "./estimate-speaking-seconds.ts";

/** A spoken word of a transcript, or a gap where the source lost words. */
export interface TimedToken extends TextPosition {
  text: string;
  /** Estimated speaking time in seconds at an average pace, with the pause and the removed fillers after it. */
  seconds: number;
  /** The first word of a sentence or paragraph. */
  startsSentence: boolean;
  /** The first word of another speaker. */
  startsTurn: boolean;
  /** A gap in place of an unknown number of words. */
  isGap?: true;
}

/** The spoken words of a transcript in order. Every source of times refers to them by their index. */
export type Timeline = readonly TimedToken[];

/** Speaking time of a gap in seconds: about the second half of a sentence. */
const GAP_SECONDS = 3;

/**
 * Lists the spoken words of a transcript with their estimated speaking times. A removed filler was spoken, so its time
 * belongs to the word before it. Show notes were not spoken and are skipped.
 * @param language BCP 47 tag.
 * @example
 * const timeline = buildTimeline(paragraphs, "en");
 * const anchors = collectAnchors(paragraphs, timeline);
 * const timed = writeTimes(paragraphs, timeline, anchors);
 */
export function buildTimeline(paragraphs: readonly Paragraph[], language: string): Timeline {
  const estimateSeconds = getSpeakingTimeEstimator(language);
  const sumEstimates = (words: string) =>
    words.split(/\s+/).reduce((sum, word) => sum + estimateSeconds(word), 0);
  const timeline: TimedToken[] = [];
  let speaker: string | null = null;
  for (const [index, paragraph] of paragraphs.entries()) {
    if (paragraph.kind === "notes") continue;
    let startsSentence = true;
    let startsTurn = paragraph.speaker !== speaker;
    const previous = timeline.at(-1);
    if (startsTurn && previous) previous.seconds += TURN_SECONDS;
    speaker = paragraph.speaker;
    for (const { text, heard, change, at } of tokenizeParagraph(paragraph)) {
      for (const { 0: word, index: start } of text.matchAll(/\S+/g)) {
        const token = { paragraph: index, offset: at + start, text: word, startsTurn };
        const isGap = word === LOST_MARKER;
        timeline.push(
          isGap
            ? { ...token, seconds: GAP_SECONDS, startsSentence: true, isGap }
            : { ...token, seconds: estimateSeconds(word), startsSentence },
        );
        startsSentence = isGap || isSentenceEnd(word);
        startsTurn = false;
      }
      const last = timeline.at(-1);
      if (change?.step === "fillers" && last)
        last.seconds += Math.max(0, sumEstimates(heard) - sumEstimates(text));
    }
  }
  return timeline;
}
