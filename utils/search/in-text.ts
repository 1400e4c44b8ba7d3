/** Searching one transcript as one reads it: the words as they stand there, any characters safe. */
import { findLowestIndex } from "../transcript/ascending.ts";
import { Folding, foldTexts, roomFor, type FoldedTexts } from "./folding.ts";

/** A stretch of one text: its index, and character offsets. */
export interface Stretch {
  text: number;
  start: number;
  end: number;
}

/** A place where the words stand; where they run on over the end of a text, its stretches in the texts behind. */
export interface Hit extends Stretch {
  more?: Stretch[];
}

/** A text to search in: as shown, and what was heard where that differs. */
export interface Searched {
  text: string;
  changes: readonly { at: number; length: number; heard: string }[];
}

/** Both ways in which a talk can be searched. */
export interface FoldedTalk {
  shown: FoldedTexts;
  /** What was heard, with a space before and behind each text in which nothing differs. */
  heard: FoldedTexts;
  /** How many characters of what was heard are shown otherwise, before each of them and at the end. */
  differing: Uint32Array;
}

/** Shortest search, in characters; one letter is everywhere. */
export const LEAST_CHARACTERS = 2;

/** Makes a talk ready to be searched by what is shown and by what was heard. Words taken out are not found. */
export function foldTalk(talk: readonly Searched[]): FoldedTalk {
  const texts = talk.map(({ text }) => text);
  const folding = new Folding(roomFor(texts));
  /** Where what differs begins and ends, in turns. */
  const borders: number[] = [];
  for (const [k, { text, changes }] of talk.entries()) {
    let next = 0;
    for (const { at, length, heard } of changes) {
      if (!length) continue;
      folding.add(text, k, next, at);
      folding.addInstead(" ", k, at, at);
      borders.push(folding.length);
      folding.addInstead(heard.trim(), k, at, at + length);
      borders.push(folding.length);
      next = at + length;
      folding.addInstead(" ", k, next, next);
    }
    folding.add(text, k, next);
    folding.addInstead(" ", k, text.length, text.length);
  }
  const heard = folding.done();
  const differing = new Uint32Array(heard.folded.length + 1);
  for (let i = 0, border = 0, count = 0; i < differing.length; i++) {
    differing[i] = count;
    while (borders[border] !== undefined && borders[border]! <= i) border++;
    // Behind an odd number of borders.
    count += border % 2;
  }
  return { shown: foldTexts(texts), heard, differing };
}

/** Every place where the words stand as shown, in order, none overlapping another; none for too short a search. */
export const findIn = (texts: FoldedTexts, typed: string): Hit[] => {
  const hits: Hit[] = [];
  eachPlace(texts.folded, typed, (from, to) => hits.push(hitAt(texts, from, to)));
  return hits;
};

/** Every place where the words stand as shown or were heard, in order. */
export function findInTalk({ shown, heard, differing }: FoldedTalk, typed: string): Hit[] {
  const hits = findIn(shown, typed);
  const others: Hit[] = [];
  eachPlace(heard.folded, typed, (from, to) => {
    if (differing[from] === differing[to]) return;
    const hit = hitAt(heard, from, to);
    // The same words can be found in both; as they are shown they are told more exactly.
    const next = hits[findLowestIndex(hits.length, (k) => isBefore(hit, endOf(hits[k]!)))];
    if (!next || !isBefore(next, endOf(hit))) others.push(hit);
  });
  if (!others.length) return hits;
  return [...hits, ...others].toSorted((a, b) => a.text - b.text || a.start - b.start);
}

type Point = Pick<Stretch, "text" | "start">;

const isBefore = (a: Point, b: Point): boolean => a.text < b.text || (a.text === b.text && a.start < b.start);

function endOf(hit: Hit): Point {
  const { text, end } = hit.more?.at(-1) ?? hit;
  return { text, start: end };
}

/** Tells of each place where the words stand in folded text: from, to. */
function eachPlace(folded: string, typed: string, tell: (from: number, to: number) => void): void {
  const wanted = foldTexts([typed]).folded.trim();
  if (wanted.length < LEAST_CHARACTERS) return;
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length))
    tell(at, at + wanted.length);
}

/** The hit of some folded characters, of which the first and the last one are no spaces. */
function hitAt({ folded, text, start, end }: FoldedTexts, from: number, to: number): Hit {
  const first: Hit = { text: text[from]!, start: start[from]!, end: end[from]! };
  let last: Stretch = first;
  for (let i = from + 1; i < to; i++) {
    if (folded[i] === " ") continue;
    if (last.text === text[i]) last.end = Math.max(last.end, end[i]!);
    else {
      last = { text: text[i]!, start: start[i]!, end: end[i]! };
      (first.more ??= []).push(last);
    }
  }
  return first;
}
