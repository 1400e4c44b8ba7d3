import { isAnonymousSpeaker } from "../transcript/model/anonymous-speaker.ts";
import { formatTime } from "../transcript/model/clock-time.ts";
import type { Paragraph, Timing, Transcript } from "../transcript/model/transcript.ts";
import { interpolateSeconds } from "../transcript/model/text-position.ts";
import { getHeardWords } from "../transcript/model/paragraph-tokens.ts";
import { getParagraphOffsets, type TextRange } from "./text-range.ts";

/** The quoted part of one paragraph. */
export interface QuotedParagraph {
  /** Null where unknown. */
  speaker: string | null;
  /** The words as shown, and as heard. */
  text: string;
  heard: string;
  /** Start in seconds; null without times. */
  seconds: number | null;
  /** Speech between this part and the previous one is omitted. */
  cut?: true;
}

/** Facts about a quote's episode; null where unknown. */
export interface QuotedEpisode {
  title: string;
  show: string;
  number: number | null;
  hosts: readonly string[];
  guests: readonly string[];
  /** YYYY-MM-DD. */
  published: string | null;
}

/** Quoted words with their source. */
export interface Quote {
  paragraphs: readonly QuotedParagraph[];
  episode: QuotedEpisode;
  /** Start in seconds on the clock of the linked site, and its precision. */
  seconds: number | null;
  timing: Timing;
  /** Link to the words; null for an episode without pages. */
  url: string | null;
}

/** Segments that are quoted only when the range has nothing else. */
const isAside = ({ kind }: Paragraph): boolean =>
  kind === "sponsor" || kind === "credits" || kind === "notes";

/**
 * Extracts the words of a range by paragraphs. Sponsor segments, credits and notes inside a conversation are omitted,
 * and the part after an omission is marked.
 */
export function extractQuotedParagraphs(
  { paragraphs }: Pick<Transcript, "paragraphs">,
  range: TextRange,
): QuotedParagraph[] {
  const first = range.start.paragraph;
  const covered = paragraphs.slice(first, range.end.paragraph + 1);
  const hasTalk = covered.some((paragraph) => !isAside(paragraph));
  const quoted: QuotedParagraph[] = [];
  let isCut = false;
  for (const [k, paragraph] of covered.entries()) {
    const index = first + k;
    const [start, end] = getParagraphOffsets(range, index, paragraph);
    const text = paragraph.text.slice(start, end).trim();
    if (!text) continue;
    if (hasTalk && isAside(paragraph)) {
      isCut = quoted.length > 0;
      continue;
    }
    quoted.push({
      speaker: paragraph.speaker,
      text,
      heard: getHeardWords(paragraph, start, end),
      seconds: interpolateSeconds(paragraphs, { paragraph: index, offset: start }),
      ...(isCut && { cut: true as const }),
    });
    isCut = false;
  }
  const last = quoted.pop();
  return last
    ? [
        ...quoted,
        { ...last, text: stripTrailingPunctuation(last.text), heard: stripTrailingPunctuation(last.heard) },
      ]
    : quoted;
}

/** Strips a comma after the last word, which leads on to words that are not quoted. */
const stripTrailingPunctuation = (text: string): string => text.replace(/[,;:]$/, "");

/** The speaker's name; null for a recogniser's label such as "Speaker 1". */
export const getSpeakerName = (speaker: string | null): string | null =>
  speaker && !isAnonymousSpeaker(speaker) ? speaker : null;

/** Consecutive paragraphs of one speaker. */
export interface QuoteTurn {
  speaker: string | null;
  texts: string[];
}

/** Stands for omitted speech. */
export const OMISSION_MARK = "[…]";

/** Groups a quote into turns, with its words as shown or as heard. */
export function groupTurns({ paragraphs }: Quote, asHeard = false): QuoteTurn[] {
  const turns: QuoteTurn[] = [];
  for (const { speaker, text, heard, cut } of paragraphs) {
    const words = `${cut ? `${OMISSION_MARK} ` : ""}${asHeard ? heard : text}`;
    const last = turns.at(-1);
    if (last && last.speaker === getSpeakerName(speaker)) last.texts.push(words);
    else turns.push({ speaker: getSpeakerName(speaker), texts: [words] });
  }
  return turns;
}

/** The speaker of the whole quote; null if unknown, or if there are several. */
export function getOnlySpeaker(turns: readonly QuoteTurn[]): string | null {
  return turns.length === 1 ? turns[0]!.speaker : null;
}

/** Formats turns as plain text with blank lines between paragraphs; several speakers are named. */
export function formatTurns(turns: readonly QuoteTurn[]): string {
  const isDialogue = turns.length > 1;
  return turns
    .map(({ speaker, texts }) => `${isDialogue && speaker ? `${speaker}: ` : ""}${texts.join("\n\n")}`)
    .join("\n\n");
}

/** Formats a quote's time: "12:34", or "about 12:34" unless it is exact; empty without a time. */
export const formatQuoteTime = (seconds: number | null, timing: Timing): string =>
  seconds === null ? "" : `${timing === "exact" ? "" : "about "}${formatTime(seconds)}`;

/** Whether any word of a quote was corrected. */
export const hasCorrections = ({ paragraphs }: Pick<Quote, "paragraphs">): boolean =>
  paragraphs.some(({ text, heard }) => normalizeWords(text) !== normalizeWords(heard));

const normalizeWords = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
