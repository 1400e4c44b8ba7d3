/**
 * Finds a quote's words again in its transcript, also when cleaning has changed the text since: first the words as they
 * were shown, then as they were heard, then what is nearest to them, and last the time.
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

/** What is remembered of a place in a transcript. */
export interface TextQuoteSelector {
  /** The words as shown and as heard, and a few as shown before and after them. */
  words: string;
  heard: string;
  before: string;
  after: string;
  /** Index of the paragraph in which they began. */
  paragraph: number;
  /** Seconds at which they began; null where there were no times. */
  seconds: number | null;
}

/** Where the words are now, and by what they were found. */
export interface SelectorMatch {
  range: TextRange;
  method: "words" | "likeness" | "time";
}

/** How much of the text on either side is remembered, in words. */
const CONTEXT_WORDS = 8;
/** So many words of a quote are compared where it is not there word for word. */
const MAX_COMPARED_WORDS = 200;
/** Less of it in common is another text. */
const MIN_SHARED_WORDS = 0.5;

interface PositionedTerm extends TextPosition {
  term: string;
  /** Character offset of its end. */
  end: number;
}

/** Remembers an extent. */
export function createSelector(paragraphs: readonly Paragraph[], extent: TextRange): TextQuoteSelector {
  const { start: from, end: to } = extent;
  const parts = paragraphs
    .slice(from.paragraph, to.paragraph + 1)
    .map((paragraph, k) => ({ paragraph, part: getParagraphOffsets(extent, from.paragraph + k, paragraph) }));
  const join = (texts: string[]) => texts.filter(Boolean).join(" ");
  return {
    words: join(parts.map(({ paragraph: { text }, part }) => text.slice(...part))),
    heard: join(parts.map(({ paragraph, part }) => getHeardWords(paragraph, ...part))),
    before: getPrecedingWords(paragraphs, from),
    after: getFollowingWords(paragraphs, to),
    paragraph: from.paragraph,
    seconds: interpolateSeconds(paragraphs, from),
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

/** Makes a row of a transcript's words when it is first asked for, and keeps it. */
function memoizeTerms(
  make: (paragraph: Paragraph, index: number) => PositionedTerm[],
): (of: readonly Paragraph[]) => TermSequence {
  const rows = new WeakMap<readonly Paragraph[], TermSequence>();
  return (paragraphs) => {
    const row = rows.get(paragraphs) ?? paragraphs.flatMap(make);
    rows.set(paragraphs, row);
    return row;
  };
}

/** The words of a transcript as shown, one after the other. */
const getShownTerms = memoizeTerms(({ text }, paragraph) =>
  tokenizeTerms(text).map(({ term, start, end }) => ({ term, paragraph, offset: start, end })),
);

/** The same as heard, where they are shown by now. */
const getHeardTerms = memoizeTerms((one, paragraph) =>
  tokenizeParagraph(one).flatMap(({ heard, at, text }) =>
    tokenizeTerms(heard).map(({ term }) => ({ term, paragraph, offset: at, end: at + text.length })),
  ),
);

const extractTerms = (text: string): string[] => tokenizeTerms(text).map(({ term }) => term);

/** Where an anchor's words are; null when neither they nor their time can be found. */
export function findSelectorMatch(
  paragraphs: readonly Paragraph[],
  anchor: TextQuoteSelector,
): SelectorMatch | null {
  const shown = getShownTerms(paragraphs);
  const same =
    findExactRange(paragraphs, shown, extractTerms(anchor.words), anchor) ??
    findExactRange(paragraphs, getHeardTerms(paragraphs), extractTerms(anchor.heard), anchor);
  if (same) return { range: includePunctuation(paragraphs, same, anchor.words), method: "words" };
  const like = findNearestRange(shown, anchor);
  if (like) return { range: includePunctuation(paragraphs, like, anchor.words), method: "likeness" };
  return findTimeMatch(paragraphs, anchor);
}

const toTextRange = (first: PositionedTerm, last: PositionedTerm): TextRange => ({
  start: { paragraph: first.paragraph, offset: first.offset },
  end: { paragraph: last.paragraph, offset: last.end },
});

/** The words in a row; where they stand several times, with what stands around them, then nearest to the place. */
function findExactRange(
  paragraphs: readonly Paragraph[],
  row: TermSequence,
  terms: readonly string[],
  anchor: TextQuoteSelector,
): TextRange | null {
  if (!terms.length) return null;
  const before = extractTerms(anchor.before).toReversed();
  const after = extractTerms(anchor.after);
  let best: { at: number; context: number; away: number } | null = null;
  for (let at = 0; at + terms.length <= row.length; at++) {
    if (!terms.every((term, k) => row[at + k]!.term === term)) continue;
    const context =
      before.filter((term, k) => row[at - 1 - k]?.term === term).length +
      after.filter((term, k) => row[at + terms.length + k]?.term === term).length;
    const away = measureDistance(paragraphs, row[at]!, anchor);
    if (!best || context > best.context || (context === best.context && away < best.away))
      best = { at, context, away };
  }
  return best && toTextRange(row[best.at]!, row[best.at + terms.length - 1]!);
}

/** How far a place is from where an anchor was: in seconds, in paragraphs where there are none. */
function measureDistance(
  paragraphs: readonly Paragraph[],
  place: TextPosition,
  anchor: TextQuoteSelector,
): number {
  const seconds = anchor.seconds === null ? null : interpolateSeconds(paragraphs, place);
  return seconds === null
    ? Math.abs(place.paragraph - anchor.paragraph)
    : Math.abs(seconds - anchor.seconds!);
}

/** What is nearest to the words together with those around them; the latter tell where they begin and end. */
function findNearestRange(row: TermSequence, { words, before, after }: TextQuoteSelector): TextRange | null {
  const terms = extractTerms(words).slice(0, MAX_COMPARED_WORDS);
  const more = extractTerms(words).length - terms.length;
  const lead = extractTerms(before);
  const { pairs, coverage: share } = alignSentence(
    [...lead, ...terms, ...(more ? [] : extractTerms(after))],
    row.map(({ term }) => term),
  );
  const end = lead.length + terms.length;
  const own = pairs.filter(([quote]) => quote >= lead.length && quote < end);
  if (share < MIN_SHARED_WORDS || own.length < terms.length * MIN_SHARED_WORDS) return null;
  const leads = pairs.findLast(([quote]) => quote < lead.length);
  const follows = pairs.find(([quote]) => quote >= end);
  // Only the very next word tells; between others there may be more.
  const first = leads?.[0] === lead.length - 1 ? leads[1] + 1 : own[0]![1];
  const last = follows?.[0] === end ? follows[1] - 1 : own.at(-1)![1] + more;
  return toTextRange(row[first]!, row[Math.min(row.length - 1, last)]!);
}

function findTimeMatch(
  paragraphs: readonly Paragraph[],
  { seconds }: TextQuoteSelector,
): SelectorMatch | null {
  const paragraph = seconds === null ? -1 : findParagraphIndex(paragraphs, seconds);
  if (seconds === null || paragraph < 0) return null;
  return {
    range: createTextRange(paragraph, findLineOffsets(paragraphs[paragraph]!, seconds)),
    method: "time",
  };
}

/** Words are found without the stops and quotation marks around them; those that the anchor had are taken along. */
function includePunctuation(
  paragraphs: readonly Paragraph[],
  { start: from, end: to }: TextRange,
  words: string,
): TextRange {
  const [lead = ""] = /^[^\p{L}\p{N}\p{M}]+/u.exec(words) ?? [];
  const [tail = ""] = /[^\p{L}\p{N}\p{M}]+$/u.exec(words) ?? [];
  const [first, last] = [paragraphs[from.paragraph]!.text, paragraphs[to.paragraph]!.text];
  const start = from.offset - lead.length;
  return {
    start: start >= 0 && first.startsWith(lead, start) ? { ...from, offset: start } : from,
    end: last.startsWith(tail, to.offset) ? { ...to, offset: to.offset + tail.length } : to,
  };
}
