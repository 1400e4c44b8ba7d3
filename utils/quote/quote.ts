import { isAnonymousSpeaker } from "../transcript/model/anonymous-speaker.ts";
import { formatTime } from "../transcript/model/clock-time.ts";
import type { Paragraph, Timing, Transcript } from "../transcript/model/transcript.ts";
import { interpolateSeconds } from "../transcript/model/text-position.ts";
import { getHeardWords } from "../transcript/model/paragraph-tokens.ts";
import { getParagraphOffsets, type TextRange } from "./text-range.ts";

/** What a quote has from one paragraph. */
export interface QuotedParagraph {
  /** Null where unknown. */
  speaker: string | null;
  /** As shown, and as heard. */
  text: string;
  heard: string;
  /** Seconds at which it begins; null where there are no times. */
  seconds: number | null;
  /** Something that was said between this and what stands before is left out. */
  cut?: true;
}

/** What is known of a quote's episode; null where unknown. */
export interface QuotedEpisode {
  title: string;
  show: string;
  number: number | null;
  hosts: readonly string[];
  guests: readonly string[];
  /** YYYY-MM-DD. */
  published: string | null;
}

/** Words, and all that is known about where they come from. */
export interface Quote {
  paragraphs: readonly QuotedParagraph[];
  episode: QuotedEpisode;
  /** Seconds at which the words begin, and how that was had. */
  seconds: number | null;
  timing: Timing;
  /** The link that lands on them. */
  url: string | null;
}

/** No talk: it is quoted only when nothing else is. */
const isNonTalk = ({ kind }: Paragraph): boolean =>
  kind === "sponsor" || kind === "credits" || kind === "notes";

/** The words of an extent, by paragraphs. Adverts and the like between the talk are left out, and a cut tells so. */
export function extractQuotedParagraphs(
  { paragraphs }: Pick<Transcript, "paragraphs">,
  extent: TextRange,
): QuotedParagraph[] {
  const { start: from, end: to } = extent;
  const covered = paragraphs.slice(from.paragraph, to.paragraph + 1);
  const hasTalk = covered.some((paragraph) => !isNonTalk(paragraph));
  const said: QuotedParagraph[] = [];
  let isCut = false;
  for (const [k, paragraph] of covered.entries()) {
    const index = from.paragraph + k;
    const [start, end] = getParagraphOffsets(extent, index, paragraph);
    const text = paragraph.text.slice(start, end).trim();
    if (!text) continue;
    if (hasTalk && isNonTalk(paragraph)) {
      isCut = said.length > 0;
      continue;
    }
    said.push({
      speaker: paragraph.speaker,
      text,
      heard: getHeardWords(paragraph, start, end),
      seconds: interpolateSeconds(paragraphs, { paragraph: index, offset: start }),
      ...(isCut && { cut: true as const }),
    });
    isCut = false;
  }
  const last = said.pop();
  return last
    ? [
        ...said,
        { ...last, text: stripTrailingPunctuation(last.text), heard: stripTrailingPunctuation(last.heard) },
      ]
    : said;
}

/** A comma behind the last word belongs to what is not quoted. */
const stripTrailingPunctuation = (text: string): string => text.replace(/[,;:]$/, "");

/** Who speaks, if that is more than a label of the recogniser's. */
export const getSpeakerName = (speaker: string | null): string | null =>
  speaker && !isAnonymousSpeaker(speaker) ? speaker : null;

/** What one speaker says in a quote, paragraph by paragraph. */
export interface QuoteTurn {
  speaker: string | null;
  texts: string[];
}

/** Mark of something that is left out. */
export const OMISSION_MARK = "[…]";

/** A quote by turns, as shown or as heard. */
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

/** The one who says all of it; null where that is unknown, or several do. */
export function getOnlySpeaker(turns: readonly QuoteTurn[]): string | null {
  return turns.length === 1 ? turns[0]!.speaker : null;
}

/** A quote's words as plain text, a blank line between paragraphs; where several speak, each is named. */
export function formatTurns(turns: readonly QuoteTurn[]): string {
  const isTalk = turns.length > 1;
  return turns
    .map(({ speaker, texts }) => `${isTalk && speaker ? `${speaker}: ` : ""}${texts.join("\n\n")}`)
    .join("\n\n");
}

/** A time as a quote tells it: one that is not exact says "about"; empty where there is none. */
export const formatQuoteTime = (seconds: number | null, timing: Timing): string =>
  seconds === null ? "" : `${timing === "exact" ? "" : "about "}${formatTime(seconds)}`;

/** Whether some words of a quote were heard otherwise. */
export const hasCorrections = ({ paragraphs }: Pick<Quote, "paragraphs">): boolean =>
  paragraphs.some(({ text, heard }) => normalizeWords(text) !== normalizeWords(heard));

const normalizeWords = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
