import type { Paragraph, Timing, Transcript } from "./transcript.ts";
import { findSentence } from "./split-sentences.ts";

/** Where in a transcript something stands. */
export interface TextPosition {
  /** Index of the paragraph. */
  paragraph: number;
  /** Character offset in its text. */
  offset: number;
}

/** Characters spoken in a second, about: 160 words a minute. Used only behind the last time that is known. */
export const CHARACTERS_PER_SECOND = 15;

/** Seconds at which a paragraph starts; null where there are no times. */
export const getStartSeconds = (paragraph: Paragraph | undefined): number | null =>
  paragraph?.times[0]?.[1] ?? null;

/** Seconds at a place in the text, found between the nearest times by length; null where there are none. */
export function interpolateSeconds(
  paragraphs: readonly Paragraph[],
  { paragraph, offset }: TextPosition,
): number | null {
  const here = paragraphs[paragraph];
  const after = here?.times.findIndex(([at]) => at > offset) ?? -1;
  const [at, seconds] = here?.times.at(after < 0 ? -1 : Math.max(0, after - 1)) ?? [];
  if (here === undefined || at === undefined || seconds === undefined) return null;
  if (offset <= at) return seconds;
  const next = after < 0 ? getStartSeconds(paragraphs[paragraph + 1]) : here.times[after]![1];
  const end = after < 0 ? here.text.length + 1 : here.times[after]![0];
  if (next === null || next < seconds) return seconds + (offset - at) / CHARACTERS_PER_SECOND;
  return seconds + ((next - seconds) * (offset - at)) / (end - at);
}

/** The paragraph being spoken at a time: the last that has begun; -1 before the first or without times. */
export function findParagraphIndex(paragraphs: readonly Paragraph[], seconds: number): number {
  let low = -1;
  let high = paragraphs.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((getStartSeconds(paragraphs[middle]) ?? Infinity) <= seconds) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * What of a paragraph is being spoken: the sentence or, where there are no stops, the stretch from one known time to the
 * next. Character offsets into its text.
 */
export function findLineOffsets(paragraph: Paragraph, seconds: number): [start: number, end: number] {
  const { text, times } = paragraph;
  const sentence = findSentence(text, interpolateOffset(paragraph, seconds));
  if (sentence) return [...sentence];
  const line = Math.max(
    0,
    times.findLastIndex(([, start]) => start <= seconds),
  );
  return [times[line]?.[0] ?? 0, times[line + 1]?.[0] ?? text.length];
}

/** The words being spoken when a player stands at a time: a paragraph by index, and the line in it; null for none. */
export function findSpokenLine(
  { paragraphs, timing }: Pick<Transcript, "paragraphs" | "timing">,
  seconds: number,
): { paragraph: number; line: [start: number, end: number] } | null {
  const said = toTranscriptSeconds(seconds, timing);
  const paragraph = findParagraphIndex(paragraphs, said);
  return paragraph < 0 ? null : { paragraph, line: findLineOffsets(paragraphs[paragraph]!, said) };
}

/** An estimate lands so many seconds early: who comes too late has missed the words. */
const ESTIMATE_LEAD_SECONDS = 2;

/** Seconds to jump to for words that are said at a time, by how that time was had. */
export const toSeekSeconds = (seconds: number, timing: Timing): number =>
  timing === "estimated" ? Math.max(0, seconds - ESTIMATE_LEAD_SECONDS) : seconds;

/** The other way: what is said when a player stands at a time, so that who jumps to a line sees it marked. */
export const toTranscriptSeconds = (seconds: number, timing: Timing): number =>
  timing === "estimated" ? seconds + ESTIMATE_LEAD_SECONDS : seconds;

/** Where in a paragraph something is said at a time: a character offset, found between the nearest times by length. */
export function interpolateOffset({ text, times }: Paragraph, seconds: number): number {
  const next = times.findIndex(([, start]) => start > seconds);
  const [at, start] = times.at(next < 0 ? -1 : Math.max(0, next - 1)) ?? [0, 0];
  if (next === 0) return 0;
  const [end, until] = times[next] ?? [text.length, start + (text.length - at) / CHARACTERS_PER_SECOND];
  if (until <= start) return at;
  return Math.min(end, Math.round(at + ((end - at) * (seconds - start)) / (until - start)));
}
