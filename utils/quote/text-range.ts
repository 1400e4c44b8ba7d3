import type { Offsets } from "../search/text/find-matches.ts";
import type { Paragraph } from "../transcript/model/transcript.ts";
import { findSentence } from "../transcript/model/split-sentences.ts";
import type { TextPosition } from "../transcript/model/text-position.ts";

/** A range of a transcript over one or more paragraphs. `end` is exclusive. */
export interface TextRange {
  start: TextPosition;
  end: TextPosition;
}

/** Creates the range of whole paragraphs, from index `first` to `last`. */
export const createParagraphRange = (
  paragraphs: readonly Paragraph[],
  first: number,
  last = first,
): TextRange => ({
  start: { paragraph: first, offset: 0 },
  end: { paragraph: last, offset: paragraphs[last]?.text.length ?? 0 },
});

/** Creates a range inside one paragraph from character offsets. */
export const createTextRange = (paragraph: number, [start, end]: readonly [number, number]): TextRange => ({
  start: { paragraph, offset: start },
  end: { paragraph, offset: end },
});

/** Character offsets of the part of a range inside one of its paragraphs. */
export function getParagraphOffsets(
  { start, end }: TextRange,
  paragraph: number,
  { text }: Paragraph,
): [number, number] {
  return [
    paragraph === start.paragraph ? start.offset : 0,
    paragraph === end.paragraph ? end.offset : text.length,
  ];
}

/** Character offsets in the texts of paragraphs, by index of the paragraph. */
export type OffsetsByParagraph = ReadonlyMap<number, readonly Offsets[]>;

/** Splits ranges into the offsets they cover in each paragraph. Paragraphs that no longer exist are left out. */
export function groupOffsets(
  paragraphs: readonly Paragraph[],
  ranges: readonly TextRange[],
): OffsetsByParagraph {
  const groups = new Map<number, Offsets[]>();
  for (const range of ranges)
    for (let i = range.start.paragraph; i <= range.end.paragraph; i++) {
      const paragraph = paragraphs[i];
      if (paragraph) groups.set(i, [...(groups.get(i) ?? []), getParagraphOffsets(range, i, paragraph)]);
    }
  return groups;
}

/** Expands a range to whole words and trims spaces at its ends; null for a range without words. */
export function expandToWords(paragraphs: readonly Paragraph[], range: TextRange): TextRange | null {
  const limit = snapToWordEnd(paragraphs, range.end);
  const start = findNextWordStart(paragraphs, snapToWordStart(paragraphs, range.start), limit);
  const end = start && findPreviousWordEnd(paragraphs, limit, start);
  return start && end && { start, end };
}

/** Expands a range to whole sentences, or to whole paragraphs in a text without punctuation. */
export function expandToSentences(paragraphs: readonly Paragraph[], { start, end }: TextRange): TextRange {
  const [first, last] = [paragraphs[start.paragraph]!.text, paragraphs[end.paragraph]!.text];
  const sentenceStart = findSentence(first, start.offset)?.[0] ?? 0;
  const sentenceEnd = findSentence(last, Math.max(0, end.offset - 1))?.[1] ?? last.length;
  return {
    start: { paragraph: start.paragraph, offset: Math.min(sentenceStart, start.offset) },
    end: { paragraph: end.paragraph, offset: Math.max(sentenceEnd, end.offset) },
  };
}

const SPACE = /\s/;
/** Only this many characters on either side of an offset are segmented; words are shorter. */
const MAX_WORD_LENGTH = 60;

/**
 * Word boundaries depend on the script, not on the language of the segmenter, also in scripts without spaces:
 * https://unicode.org/reports/tr29/#Word_Boundaries
 */
const wordSegmenter = new Intl.Segmenter("en", { granularity: "word" });

/** Offsets of the word that an offset splits; null at a word boundary. */
function findSplitWord(text: string, offset: number): [number, number] | null {
  if (offset <= 0 || offset >= text.length) return null;
  const base = Math.max(0, text.lastIndexOf(" ", offset - MAX_WORD_LENGTH));
  const around = text.slice(base, offset + MAX_WORD_LENGTH);
  for (const { index, segment, isWordLike } of wordSegmenter.segment(around)) {
    const [start, end] = [base + index, base + index + segment.length];
    if (isWordLike && start < offset && offset < end) return [start, end];
  }
  return null;
}

function snapToWordStart(paragraphs: readonly Paragraph[], position: TextPosition): TextPosition {
  const word = findSplitWord(paragraphs[position.paragraph]?.text ?? "", position.offset);
  return word ? { ...position, offset: word[0] } : position;
}

function snapToWordEnd(paragraphs: readonly Paragraph[], position: TextPosition): TextPosition {
  const word = findSplitWord(paragraphs[position.paragraph]?.text ?? "", position.offset);
  return word ? { ...position, offset: word[1] } : position;
}

const WORD = /[\p{L}\p{N}]/u;

/** The first position from `from` up to `until` at which a word starts; null without one. */
function findNextWordStart(
  paragraphs: readonly Paragraph[],
  from: TextPosition,
  until: TextPosition,
): TextPosition | null {
  for (let { paragraph, offset } = from; paragraph <= until.paragraph; paragraph++, offset = 0) {
    const { text } = paragraphs[paragraph] ?? { text: "" };
    const end = paragraph === until.paragraph ? until.offset : text.length;
    while (offset < end && SPACE.test(text[offset]!)) offset++;
    if (WORD.test(text.slice(offset, end))) return { paragraph, offset };
  }
  return null;
}

/** The last position from `to` back to `from` at which a word ends; null without one. */
function findPreviousWordEnd(
  paragraphs: readonly Paragraph[],
  to: TextPosition,
  from: TextPosition,
): TextPosition | null {
  for (let { paragraph } = to; paragraph >= from.paragraph; paragraph--) {
    const { text } = paragraphs[paragraph] ?? { text: "" };
    const start = paragraph === from.paragraph ? from.offset : 0;
    let offset = paragraph === to.paragraph ? Math.min(to.offset, text.length) : text.length;
    while (offset > start && SPACE.test(text[offset - 1]!)) offset--;
    if (WORD.test(text.slice(start, offset))) return { paragraph, offset };
  }
  return null;
}
