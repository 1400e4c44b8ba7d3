/**
 * Remembers where a quote is and finds it again, also after the transcript was cleaned again with other rules.
 * The fields follow the Text Quote Selector of the W3C Web Annotation model, with a media time as a fallback:
 * https://www.w3.org/TR/annotation-model/#text-quote-selector
 */
import { tokenizeTerms } from "../search/text/find-matches.ts";
import { alignSentence } from "../search/text/align-sentence.ts";
import type { Paragraph } from "../transcript/model/transcript.ts";
import {
  findLineOffsets,
  findParagraphIndex,
  interpolateSeconds,
  type TextPosition,
} from "../transcript/model/text-position.ts";
import { getHeardWords, tokenizeParagraph } from "../transcript/model/paragraph-tokens.ts";
import { createTextRange, getParagraphOffsets, type TextRange } from "./text-range.ts";

/** Describes a range of a transcript by its words, their context and their time. */
export interface TextQuoteSelector {
  /** The words as shown. */
  exact: string;
  /** The words as heard; absent where they equal `exact`. */
  heard?: string;
  /** Up to {@link CONTEXT_WORDS} shown words before and after the range. */
  prefix: string;
  suffix: string;
  /** Index of the paragraph in which the range starts. */
  paragraph: number;
  /**
   * Seconds on the transcript's own clock at which the range starts; null without times. It is the `t` of a media
   * fragment: https://www.w3.org/TR/media-frags/#naming-time
   */
  mediaTime: number | null;
}

/** A range that matches a selector, and the part of the selector that matched. */
export interface SelectorMatch {
  range: TextRange;
  /** `words`: the same words, as shown or as heard. `likeness`: similar words. `time`: the sentence at the time. */
  method: "words" | "likeness" | "time";
}

const CONTEXT_WORDS = 8;
/** Alignment compares at most this many words of a quote, because its cost grows with their number. */
const MAX_COMPARED_WORDS = 200;
/** A passage that shares a smaller fraction of the words, from 0 to 1, is another passage. */
const MIN_SHARED_WORDS = 0.5;

/** A word of a transcript as search compares it, with its place. */
interface PositionedTerm extends TextPosition {
  term: string;
  /** Character offset of its end. */
  end: number;
}

/**
 * Describes a range so that {@link findSelectorMatch} finds it again.
 * @param paragraphs Paragraphs with the transcript's own times, not those of a site's clock.
 * @example
 * const selector = createSelector(transcript.paragraphs, range);
 * const match = findSelectorMatch(laterTranscript.paragraphs, selector);
 */
export function createSelector(paragraphs: readonly Paragraph[], range: TextRange): TextQuoteSelector {
  const { start, end } = range;
  const parts = paragraphs.slice(start.paragraph, end.paragraph + 1).map((paragraph, k) => ({
    paragraph,
    offsets: getParagraphOffsets(range, start.paragraph + k, paragraph),
  }));
  const join = (texts: string[]) => texts.filter(Boolean).join(" ");
  const exact = join(parts.map(({ paragraph: { text }, offsets }) => text.slice(...offsets)));
  const heard = join(parts.map(({ paragraph, offsets }) => getHeardWords(paragraph, ...offsets)));
  return {
    exact,
    ...(heard !== exact && { heard }),
    prefix: getPrecedingWords(paragraphs, start),
    suffix: getFollowingWords(paragraphs, end),
    paragraph: start.paragraph,
    mediaTime: interpolateSeconds(paragraphs, start),
  };
}

function getPrecedingWords(paragraphs: readonly Paragraph[], { paragraph, offset }: TextPosition): string {
  const words: string[] = [];
  for (let i = paragraph; i >= 0 && words.length < CONTEXT_WORDS; i--) {
    const text = paragraphs[i]!.text.slice(0, i === paragraph ? offset : undefined);
    words.unshift(...text.split(/\s+/).filter(Boolean));
  }
  return words.slice(-CONTEXT_WORDS).join(" ");
}

function getFollowingWords(paragraphs: readonly Paragraph[], { paragraph, offset }: TextPosition): string {
  const words: string[] = [];
  for (let i = paragraph; i < paragraphs.length && words.length < CONTEXT_WORDS; i++)
    words.push(
      ...paragraphs[i]!.text.slice(i === paragraph ? offset : 0)
        .split(/\s+/)
        .filter(Boolean),
    );
  return words.slice(0, CONTEXT_WORDS).join(" ");
}

type TermSequence = readonly PositionedTerm[];

/** Caches the terms of a transcript by the identity of its paragraphs: a panel resolves many quotes in a row. */
function memoizeTerms(
  extract: (paragraph: Paragraph, index: number) => PositionedTerm[],
): (paragraphs: readonly Paragraph[]) => TermSequence {
  const cache = new WeakMap<readonly Paragraph[], TermSequence>();
  return (paragraphs) => {
    const terms = cache.get(paragraphs) ?? paragraphs.flatMap(extract);
    cache.set(paragraphs, terms);
    return terms;
  };
}

const getShownTerms = memoizeTerms(({ text }, paragraph) =>
  tokenizeTerms(text).map(({ term, start, end }) => ({ term, paragraph, offset: start, end })),
);

/** Heard terms, placed at the words now shown for them. */
const getHeardTerms = memoizeTerms((source, paragraph) =>
  tokenizeParagraph(source).flatMap(({ heard, at, text }) =>
    tokenizeTerms(heard).map(({ term }) => ({ term, paragraph, offset: at, end: at + text.length })),
  ),
);

const extractTerms = (text: string): string[] => tokenizeTerms(text).map(({ term }) => term);

/** Finds the range of a selector: by its words, else by similar words, else by its time; null for no match. */
export function findSelectorMatch(
  paragraphs: readonly Paragraph[],
  selector: TextQuoteSelector,
): SelectorMatch | null {
  const { exact, heard = exact } = selector;
  const shown = getShownTerms(paragraphs);
  const same =
    findExactRange(paragraphs, shown, extractTerms(exact), selector) ??
    findExactRange(paragraphs, getHeardTerms(paragraphs), extractTerms(heard), selector);
  if (same) return { range: includePunctuation(paragraphs, same, exact), method: "words" };
  const similar = findSimilarRange(shown, selector);
  if (similar) return { range: includePunctuation(paragraphs, similar, exact), method: "likeness" };
  return findTimeMatch(paragraphs, selector);
}

const toTextRange = (first: PositionedTerm, last: PositionedTerm): TextRange => ({
  start: { paragraph: first.paragraph, offset: first.offset },
  end: { paragraph: last.paragraph, offset: last.end },
});

/** The occurrence of `terms` with the most matching context; of equal ones the nearest to the selector's place. */
function findExactRange(
  paragraphs: readonly Paragraph[],
  sequence: TermSequence,
  terms: readonly string[],
  selector: TextQuoteSelector,
): TextRange | null {
  if (!terms.length) return null;
  const prefix = extractTerms(selector.prefix).toReversed();
  const suffix = extractTerms(selector.suffix);
  let best: { index: number; context: number; distance: number } | null = null;
  for (let index = 0; index + terms.length <= sequence.length; index++) {
    if (!terms.every((term, k) => sequence[index + k]!.term === term)) continue;
    const context =
      prefix.filter((term, k) => sequence[index - 1 - k]?.term === term).length +
      suffix.filter((term, k) => sequence[index + terms.length + k]?.term === term).length;
    const distance = measureDistance(paragraphs, sequence[index]!, selector);
    if (!best || context > best.context || (context === best.context && distance < best.distance))
      best = { index, context, distance };
  }
  return best && toTextRange(sequence[best.index]!, sequence[best.index + terms.length - 1]!);
}

/** Distance from the selector's place: in seconds, or in paragraphs where either has no time. */
function measureDistance(
  paragraphs: readonly Paragraph[],
  position: TextPosition,
  { mediaTime, paragraph }: TextQuoteSelector,
): number {
  const seconds = mediaTime === null ? null : interpolateSeconds(paragraphs, position);
  return mediaTime === null || seconds === null
    ? Math.abs(position.paragraph - paragraph)
    : Math.abs(seconds - mediaTime);
}

/** The passage most similar to prefix, words and suffix together; the two contexts mark where the words end. */
function findSimilarRange(
  sequence: TermSequence,
  { exact, prefix, suffix }: TextQuoteSelector,
): TextRange | null {
  const all = extractTerms(exact);
  const terms = all.slice(0, MAX_COMPARED_WORDS);
  const omitted = all.length - terms.length;
  const before = extractTerms(prefix);
  const { pairs, coverage } = alignSentence(
    [...before, ...terms, ...(omitted ? [] : extractTerms(suffix))],
    sequence.map(({ term }) => term),
  );
  const end = before.length + terms.length;
  const own = pairs.filter(([index]) => index >= before.length && index < end);
  if (coverage < MIN_SHARED_WORDS || own.length < terms.length * MIN_SHARED_WORDS) return null;
  const preceding = pairs.findLast(([index]) => index < before.length);
  const following = pairs.find(([index]) => index >= end);
  // Only the adjacent context word marks an end; words may be missing between any other and the quote.
  const first = preceding?.[0] === before.length - 1 ? preceding[1] + 1 : own[0]![1];
  const last = following?.[0] === end ? following[1] - 1 : own.at(-1)![1] + omitted;
  return toTextRange(sequence[first]!, sequence[Math.min(sequence.length - 1, last)]!);
}

function findTimeMatch(
  paragraphs: readonly Paragraph[],
  { mediaTime }: TextQuoteSelector,
): SelectorMatch | null {
  const paragraph = mediaTime === null ? -1 : findParagraphIndex(paragraphs, mediaTime);
  if (mediaTime === null || paragraph < 0) return null;
  return {
    range: createTextRange(paragraph, findLineOffsets(paragraphs[paragraph]!, mediaTime)),
    method: "time",
  };
}

/** Adds the punctuation around `exact`, which terms lack, where the text has the same at both ends. */
function includePunctuation(
  paragraphs: readonly Paragraph[],
  { start, end }: TextRange,
  exact: string,
): TextRange {
  const [leading = ""] = /^[^\p{L}\p{N}\p{M}]+/u.exec(exact) ?? [];
  const [trailing = ""] = /[^\p{L}\p{N}\p{M}]+$/u.exec(exact) ?? [];
  const [first, last] = [paragraphs[start.paragraph]!.text, paragraphs[end.paragraph]!.text];
  const offset = start.offset - leading.length;
  return {
    start: offset >= 0 && first.startsWith(leading, offset) ? { ...start, offset } : start,
    end: last.startsWith(trailing, end.offset) ? { ...end, offset: end.offset + trailing.length } : end,
  };
}
