/** Searching one transcript as one reads it: the words as they stand there, any characters safe. */
import { findLowestIndex } from "../../shared/binary-search.ts";
import { TextFolder, foldTexts, computeCapacity, type FoldedTexts } from "./fold-texts.ts";

/** A stretch of one text: its index, and character offsets. */
export interface TextOffsets {
  textIndex: number;
  start: number;
  end: number;
}

/** A place where the words stand; where they run on over the end of a text, its stretches in the texts behind. */
export interface TextHit extends TextOffsets {
  continuations?: TextOffsets[];
}

/** A text to search in: as shown, and what was heard where that differs. */
export interface SearchableText {
  text: string;
  changes: readonly { at: number; length: number; heard: string }[];
}

/** Both ways in which a talk can be searched. */
export interface FoldedTranscript {
  shown: FoldedTexts;
  /** What was heard, with a space before and behind each text in which nothing differs. */
  heard: FoldedTexts;
  /** How many characters of what was heard are shown otherwise, before each of them and at the end. */
  changedCounts: Uint32Array;
}

/** Shortest search, in characters; one letter is everywhere. */
export const MIN_QUERY_CHARACTERS = 2;

/** Makes a talk ready to be searched by what is shown and by what was heard. Words taken out are not found. */
export function foldTranscript(talk: readonly SearchableText[]): FoldedTranscript {
  const texts = talk.map(({ text }) => text);
  const folding = new TextFolder(computeCapacity(texts));
  /** Where what differs begins and ends, in turns. */
  const borders: number[] = [];
  for (const [k, { text, changes }] of talk.entries()) {
    let next = 0;
    for (const { at, length, heard } of changes) {
      if (!length) continue;
      folding.add(text, k, next, at);
      folding.addReplacement(" ", k, at, at);
      borders.push(folding.length);
      folding.addReplacement(heard.trim(), k, at, at + length);
      borders.push(folding.length);
      next = at + length;
      folding.addReplacement(" ", k, next, next);
    }
    folding.add(text, k, next);
    folding.addReplacement(" ", k, text.length, text.length);
  }
  const heard = folding.finish();
  const differing = new Uint32Array(heard.folded.length + 1);
  for (let i = 0, border = 0, count = 0; i < differing.length; i++) {
    differing[i] = count;
    while (borders[border] !== undefined && borders[border]! <= i) border++;
    // Behind an odd number of borders.
    count += border % 2;
  }
  return { shown: foldTexts(texts), heard, changedCounts: differing };
}

/** Every place where the words stand as shown, in order, none overlapping another; none for too short a search. */
export const findHits = (texts: FoldedTexts, typed: string): TextHit[] => {
  const hits: TextHit[] = [];
  visitOccurrences(texts.folded, typed, (from, to) => hits.push(createHit(texts, from, to)));
  return hits;
};

/** Every place where the words stand as shown or were heard, in order. */
export function findTranscriptHits(
  { shown, heard, changedCounts: differing }: FoldedTranscript,
  typed: string,
): TextHit[] {
  const hits = findHits(shown, typed);
  const others: TextHit[] = [];
  visitOccurrences(heard.folded, typed, (from, to) => {
    if (differing[from] === differing[to]) return;
    const hit = createHit(heard, from, to);
    // The same words can be found in both; as they are shown they are told more exactly.
    const next = hits[findLowestIndex(hits.length, (k) => isEarlier(hit, getHitEnd(hits[k]!)))];
    if (!next || !isEarlier(next, getHitEnd(hit))) others.push(hit);
  });
  if (!others.length) return hits;
  return [...hits, ...others].toSorted((a, b) => a.textIndex - b.textIndex || a.start - b.start);
}

type HitPosition = Pick<TextOffsets, "textIndex" | "start">;

const isEarlier = (a: HitPosition, b: HitPosition): boolean =>
  a.textIndex < b.textIndex || (a.textIndex === b.textIndex && a.start < b.start);

function getHitEnd(hit: TextHit): HitPosition {
  const { textIndex: text, end } = hit.continuations?.at(-1) ?? hit;
  return { textIndex: text, start: end };
}

/** Tells of each place where the words stand in folded text: from, to. */
function visitOccurrences(folded: string, typed: string, tell: (from: number, to: number) => void): void {
  const wanted = foldTexts([typed]).folded.trim();
  if (wanted.length < MIN_QUERY_CHARACTERS) return;
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length))
    tell(at, at + wanted.length);
}

/** The hit of some folded characters, of which the first and the last one are no spaces. */
function createHit(
  { folded, textIndexes: text, starts: start, ends: end }: FoldedTexts,
  from: number,
  to: number,
): TextHit {
  const first: TextHit = { textIndex: text[from]!, start: start[from]!, end: end[from]! };
  let last: TextOffsets = first;
  for (let i = from + 1; i < to; i++) {
    if (folded[i] === " ") continue;
    if (last.textIndex === text[i]) last.end = Math.max(last.end, end[i]!);
    else {
      last = { textIndex: text[i]!, start: start[i]!, end: end[i]! };
      (first.continuations ??= []).push(last);
    }
  }
  return first;
}
