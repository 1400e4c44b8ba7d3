import type { Offsets } from "../search/text/find-matches.ts";
import type { Paragraph } from "../transcript/model/transcript.ts";
import { findSentence } from "../transcript/model/split-sentences.ts";
import type { TextPosition } from "../transcript/model/text-position.ts";

/** A stretch of a transcript, inside one paragraph or over several; `to` is the place behind its last character. */
export interface TextRange {
  start: TextPosition;
  end: TextPosition;
}

/** The whole of some neighbouring paragraphs, by their indexes. */
export const createParagraphRange = (
  paragraphs: readonly Paragraph[],
  first: number,
  last = first,
): TextRange => ({
  start: { paragraph: first, offset: 0 },
  end: { paragraph: last, offset: paragraphs[last]?.text.length ?? 0 },
});

/** A stretch of one paragraph's text, by character offsets. */
export const createTextRange = (paragraph: number, [start, end]: readonly [number, number]): TextRange => ({
  start: { paragraph, offset: start },
  end: { paragraph, offset: end },
});

/** The part of an extent that lies in one of its paragraphs: character offsets of its text. */
export function getParagraphOffsets(
  { start: from, end: to }: TextRange,
  paragraph: number,
  { text }: Paragraph,
): [number, number] {
  return [
    paragraph === from.paragraph ? from.offset : 0,
    paragraph === to.paragraph ? to.offset : text.length,
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

/** Grows an extent that cuts words to whole ones, and leaves out spaces at its ends; null where it holds no words. */
export function expandToWords(
  paragraphs: readonly Paragraph[],
  { start: from, end: to }: TextRange,
): TextRange | null {
  const last = snapToWordEnd(paragraphs, to);
  const start = findNextWordStart(paragraphs, snapToWordStart(paragraphs, from), last);
  const end = start && findPreviousWordEnd(paragraphs, last, start);
  return start && end && { start: start, end: end };
}

/** Grows an extent to whole sentences; to whole paragraphs where the text has no stops. */
export function expandToSentences(
  paragraphs: readonly Paragraph[],
  { start: from, end: to }: TextRange,
): TextRange {
  const [first, last] = [paragraphs[from.paragraph]!.text, paragraphs[to.paragraph]!.text];
  const begin = findSentence(first, from.offset)?.[0] ?? 0;
  const end = findSentence(last, Math.max(0, to.offset - 1))?.[1] ?? last.length;
  return {
    start: { paragraph: from.paragraph, offset: Math.min(begin, from.offset) },
    end: { paragraph: to.paragraph, offset: Math.max(end, to.offset) },
  };
}

const SPACE = /\s/;
/** A word is longer than this in no language that is spoken on podcasts; so much of a text is looked at. */
const MAX_WORD_LENGTH = 60;

/** Where words begin and end hangs on the script and not on the language, also where no spaces are (ICU 78). */
const wordSegmenter = new Intl.Segmenter("en", { granularity: "word" });

/** The word that an offset cuts: where it begins and ends; null where none is cut. */
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

function snapToWordStart(paragraphs: readonly Paragraph[], place: TextPosition): TextPosition {
  const cut = findSplitWord(paragraphs[place.paragraph]?.text ?? "", place.offset);
  return cut ? { ...place, offset: cut[0] } : place;
}

function snapToWordEnd(paragraphs: readonly Paragraph[], place: TextPosition): TextPosition {
  const cut = findSplitWord(paragraphs[place.paragraph]?.text ?? "", place.offset);
  return cut ? { ...place, offset: cut[1] } : place;
}

const WORD = /[\p{L}\p{N}]/u;

/** The first place from one on, at most up to another, at which words stand; null when there are none. */
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

/** The last place up to one, at least from another on, before which words stand; null when there are none. */
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
