/** Find in page for one transcript: literal words in order, with any characters allowed. */
import { findLowestIndex } from "../../shared/binary-search.ts";
import { TextFolder, foldTexts, computeCapacity, type FoldedTexts } from "./fold-texts.ts";

/** A half-open range of one text of a transcript, in characters. */
export interface TextOffsets {
  textIndex: number;
  start: number;
  end: number;
}

/** An occurrence of the query. Where it runs across texts, `continuations` lists its ranges in the following texts. */
export interface TextHit extends TextOffsets {
  continuations?: TextOffsets[];
}

/** A text as it is shown, with the recogniser's wording of its corrections. */
export interface SearchableText {
  text: string;
  changes: readonly { at: number; length: number; heard: string }[];
}

/** A transcript prepared for both searches. */
export interface FoldedTranscript {
  shown: FoldedTexts;
  /** The recogniser's wording. Spaces surround each unchanged stretch. */
  heard: FoldedTexts;
  /** Number of corrected characters before each character of `heard`, and before its end. */
  changedCounts: Uint32Array;
}

/** Shortest query; a single letter occurs everywhere. */
export const MIN_QUERY_CHARACTERS = 2;

/** Prepares a transcript for search by shown and by heard words. Words removed by cleaning are not found. */
export function foldTranscript(texts: readonly SearchableText[]): FoldedTranscript {
  const shownTexts = texts.map(({ text }) => text);
  const folder = new TextFolder(computeCapacity(shownTexts));
  /** Where corrected stretches begin and end in the folded text, alternating. */
  const borders: number[] = [];
  for (const [index, { text, changes }] of texts.entries()) {
    let next = 0;
    for (const { at, length, heard } of changes) {
      if (!length) continue;
      folder.add(text, index, next, at);
      folder.addReplacement(" ", index, at, at);
      borders.push(folder.length);
      folder.addReplacement(heard.trim(), index, at, at + length);
      borders.push(folder.length);
      next = at + length;
      folder.addReplacement(" ", index, next, next);
    }
    folder.add(text, index, next);
    folder.addReplacement(" ", index, text.length, text.length);
  }
  const heard = folder.finish();
  const changedCounts = new Uint32Array(heard.folded.length + 1);
  for (let i = 0, border = 0, count = 0; i < changedCounts.length; i++) {
    changedCounts[i] = count;
    while (borders[border] !== undefined && borders[border]! <= i) border++;
    // After an odd number of borders the character is inside a correction.
    count += border % 2;
  }
  return { shown: foldTexts(shownTexts), heard, changedCounts };
}

/** Every occurrence in the shown words, in order and without overlaps. */
export const findHits = (texts: FoldedTexts, typed: string): TextHit[] => {
  const hits: TextHit[] = [];
  visitOccurrences(texts.folded, typed, (from, to) => hits.push(createHit(texts, from, to)));
  return hits;
};

/**
 * Every occurrence in the shown or the heard words, in order.
 * @example findTranscriptHits(foldTranscript(paragraphs), "deep learning")
 */
export function findTranscriptHits(
  { shown, heard, changedCounts }: FoldedTranscript,
  typed: string,
): TextHit[] {
  const hits = findHits(shown, typed);
  const heardHits: TextHit[] = [];
  visitOccurrences(heard.folded, typed, (from, to) => {
    if (changedCounts[from] === changedCounts[to]) return;
    const hit = createHit(heard, from, to);
    // A hit in the shown words has exact offsets, so it wins where both overlap.
    const next = hits[findLowestIndex(hits.length, (k) => isEarlier(hit, getHitEnd(hits[k]!)))];
    if (!next || !isEarlier(next, getHitEnd(hit))) heardHits.push(hit);
  });
  if (!heardHits.length) return hits;
  return [...hits, ...heardHits].toSorted((a, b) => a.textIndex - b.textIndex || a.start - b.start);
}

type HitPosition = Pick<TextOffsets, "textIndex" | "start">;

const isEarlier = (a: HitPosition, b: HitPosition): boolean =>
  a.textIndex < b.textIndex || (a.textIndex === b.textIndex && a.start < b.start);

function getHitEnd(hit: TextHit): HitPosition {
  const { textIndex, end } = hit.continuations?.at(-1) ?? hit;
  return { textIndex, start: end };
}

/** Calls `visit` with the half-open range of every occurrence in folded text. Queries that are too short have none. */
function visitOccurrences(folded: string, typed: string, visit: (from: number, to: number) => void): void {
  const needle = foldTexts([typed]).folded.trim();
  if (needle.length < MIN_QUERY_CHARACTERS) return;
  for (let at = folded.indexOf(needle); at >= 0; at = folded.indexOf(needle, at + needle.length))
    visit(at, at + needle.length);
}

/** Maps a range of folded characters back to the texts. Its first and last character are no spaces. */
function createHit({ folded, textIndexes, starts, ends }: FoldedTexts, from: number, to: number): TextHit {
  const hit: TextHit = { textIndex: textIndexes[from]!, start: starts[from]!, end: ends[from]! };
  let last: TextOffsets = hit;
  for (let i = from + 1; i < to; i++) {
    if (folded[i] === " ") continue;
    if (last.textIndex === textIndexes[i]) last.end = Math.max(last.end, ends[i]!);
    else {
      last = { textIndex: textIndexes[i]!, start: starts[i]!, end: ends[i]! };
      (hit.continuations ??= []).push(last);
    }
  }
  return hit;
}
