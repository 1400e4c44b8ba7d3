import { findLowestIndex } from "../../shared/binary-search.ts";
import { findSentence } from "./split-sentences.ts";
import type { Paragraph, Timing, Transcript } from "./transcript.ts";

/** A place in the text of a transcript. */
export interface TextPosition {
  /** Index of the paragraph. */
  paragraph: number;
  /** Character offset in its text. */
  offset: number;
}

/** Speaking rate after the last known time: about 160 words a minute. */
export const CHARACTERS_PER_SECOND = 15;

/** Seconds at which a paragraph starts; null where it has no times. */
export const getStartSeconds = (paragraph: Paragraph | undefined): number | null =>
  paragraph?.times[0]?.[1] ?? null;

/**
 * Interpolates the time of a position between the nearest known times, by number of characters.
 *
 * @returns Seconds; null where the paragraph has no times.
 */
export function interpolateSeconds(
  paragraphs: readonly Paragraph[],
  { paragraph: index, offset }: TextPosition,
): number | null {
  const paragraph = paragraphs[index];
  const after = paragraph?.times.findIndex(([at]) => at > offset) ?? -1;
  const [at, seconds] = paragraph?.times.at(after < 0 ? -1 : Math.max(0, after - 1)) ?? [];
  if (paragraph === undefined || at === undefined || seconds === undefined) return null;
  if (offset <= at) return seconds;
  const nextSeconds = after < 0 ? getStartSeconds(paragraphs[index + 1]) : paragraph.times[after]![1];
  const nextOffset = after < 0 ? paragraph.text.length + 1 : paragraph.times[after]![0];
  if (nextSeconds === null || nextSeconds < seconds) return seconds + (offset - at) / CHARACTERS_PER_SECOND;
  return seconds + ((nextSeconds - seconds) * (offset - at)) / (nextOffset - at);
}

/** Index of the last paragraph that starts at or before a time; -1 before the first, and without times. */
export const findParagraphIndex = (paragraphs: readonly Paragraph[], seconds: number): number =>
  findLowestIndex(paragraphs.length, (i) => (getStartSeconds(paragraphs[i]) ?? Infinity) > seconds) - 1;

/**
 * Finds the line of a paragraph that is spoken at a time: the sentence, or in text without punctuation the range
 * between two known times.
 *
 * @returns Character offsets in the paragraph's text.
 */
export function findLineOffsets(paragraph: Paragraph, seconds: number): [start: number, end: number] {
  const { text, times } = paragraph;
  const sentence = findSentence(text, interpolateOffset(paragraph, seconds));
  if (sentence) return [...sentence];
  const index = Math.max(
    0,
    times.findLastIndex(([, start]) => start <= seconds),
  );
  return [times[index]?.[0] ?? 0, times[index + 1]?.[0] ?? text.length];
}

/**
 * Finds the words spoken at a time of the player.
 *
 * @returns Index of the paragraph and the line in it; null before the first paragraph, and without times.
 */
export function findSpokenLine(
  { paragraphs, timing }: Pick<Transcript, "paragraphs" | "timing">,
  seconds: number,
): { paragraph: number; line: [start: number, end: number] } | null {
  const transcriptSeconds = toTranscriptSeconds(seconds, timing);
  const paragraph = findParagraphIndex(paragraphs, transcriptSeconds);
  if (paragraph < 0) return null;
  return { paragraph, line: findLineOffsets(paragraphs[paragraph]!, transcriptSeconds) };
}

/** A jump to an estimated time lands early, because a listener who arrives late misses the words. */
const ESTIMATE_LEAD_SECONDS = 2;

/** The player's time to jump to for words at a time of the transcript. */
export const toSeekSeconds = (seconds: number, timing: Timing): number =>
  timing === "estimated" ? Math.max(0, seconds - ESTIMATE_LEAD_SECONDS) : seconds;

/** The inverse of `toSeekSeconds`, so that a line is marked as spoken after a jump to it. */
export const toTranscriptSeconds = (seconds: number, timing: Timing): number =>
  timing === "estimated" ? seconds + ESTIMATE_LEAD_SECONDS : seconds;

/** Interpolates the character offset in a paragraph that is spoken at a time, between the nearest known times. */
export function interpolateOffset({ text, times }: Paragraph, seconds: number): number {
  const next = times.findIndex(([, start]) => start > seconds);
  const [at, start] = times.at(next < 0 ? -1 : Math.max(0, next - 1)) ?? [0, 0];
  if (next === 0) return 0;
  const [end, until] = times[next] ?? [text.length, start + (text.length - at) / CHARACTERS_PER_SECOND];
  if (until <= start) return at;
  return Math.min(end, Math.round(at + ((end - at) * (seconds - start)) / (until - start)));
}
