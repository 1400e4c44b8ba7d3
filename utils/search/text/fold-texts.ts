/**
 * Text folded for searching in it as it is read: case and accents, punctuation and white space to single spaces,
 * apostrophes to nothing, keeping where each character came from: "fast.ai" is found by "fast AI", "learning and" by
 * "learning, and", also where a text ends between the two.
 */
import { memoize } from "../../shared/memoize.ts";

/** Texts made ready to be searched many times, one behind the other. */
export interface FoldedTexts {
  folded: string;
  /** For each character of it: the text it comes from, and its stretch there. */
  textIndexes: Uint32Array;
  starts: Uint32Array;
  ends: Uint32Array;
}

/** Takes texts letter by letter: ten hours of talk are half a million, too many for lists of single numbers. */
export class TextFolder {
  #codes: Uint16Array;
  #text: Uint32Array;
  #start: Uint32Array;
  #end: Uint32Array;
  #length = 0;

  /** With room for so many folded characters at first; it grows by doubling. */
  constructor(room: number) {
    this.#codes = new Uint16Array(room);
    this.#text = new Uint32Array(room);
    this.#start = new Uint32Array(room);
    this.#end = new Uint32Array(room);
  }

  /** Folded characters so far. */
  get length(): number {
    return this.#length;
  }

  /** Adds a stretch of a text as it stands there. */
  add(text: string, index: number, from = 0, to = text.length): void {
    for (let i = from; i < to; i++) this.#letter(text, i, index, i, i + 1);
  }

  /** Adds words that stand for a stretch of a text. */
  addReplacement(words: string, index: number, start: number, end: number): void {
    for (let i = 0; i < words.length; i++) this.#letter(words, i, index, start, end);
  }

  finish(): FoldedTexts {
    const parts: string[] = [];
    for (let at = 0; at < this.#length; at += MAX_CODES_PER_CALL) {
      const codes = this.#codes.subarray(at, Math.min(this.#length, at + MAX_CODES_PER_CALL));
      parts.push(String.fromCharCode.apply(null, codes as unknown as number[]));
    }
    return {
      folded: parts.join(""),
      textIndexes: this.#text.subarray(0, this.#length),
      starts: this.#start.subarray(0, this.#length),
      ends: this.#end.subarray(0, this.#length),
    };
  }

  #letter(words: string, i: number, index: number, start: number, end: number): void {
    const code = words.charCodeAt(i);
    if (code < FOLDED_ASCII.length) this.#put(FOLDED_ASCII[code]!, index, start, end);
    else {
      const plain = foldLetterCached(words[i]!);
      for (let k = 0; k < plain.length; k++) this.#put(plain.charCodeAt(k), index, start, end);
    }
  }

  #put(code: number, index: number, start: number, end: number): void {
    const at = this.#length;
    if (code === DROPPED_CODE || (code === SPACE_CODE && (!at || this.#codes[at - 1] === SPACE_CODE))) return;
    if (at === this.#codes.length) this.#grow();
    this.#codes[at] = code;
    this.#text[at] = index;
    this.#start[at] = start;
    this.#end[at] = end;
    this.#length++;
  }

  #grow(): void {
    const larger = <T extends Uint16Array | Uint32Array>(made: T, old: T): T => {
      made.set(old);
      return made;
    };
    const room = Math.max(MIN_CAPACITY, this.#length * 2);
    this.#codes = larger(new Uint16Array(room), this.#codes);
    this.#text = larger(new Uint32Array(room), this.#text);
    this.#start = larger(new Uint32Array(room), this.#start);
    this.#end = larger(new Uint32Array(room), this.#end);
  }
}

/** Room for texts that fold letter by letter. */
export const computeCapacity = (texts: readonly string[]): number =>
  texts.reduce((sum, { length }) => sum + length + 1, 0);

/** Makes texts ready to be searched by what is shown. */
export function foldTexts(texts: readonly string[]): FoldedTexts {
  const folding = new TextFolder(computeCapacity(texts));
  for (const [k, text] of texts.entries()) {
    folding.add(text, k);
    folding.addReplacement(" ", k, text.length, text.length);
  }
  return folding.finish();
}

const MIN_CAPACITY = 64;
/** Characters that are made a string in one go; more would be too many arguments. */
const MAX_CODES_PER_CALL = 8192;
const SPACE_CODE = 32;
/** Stands for letters that fold to nothing. */
const DROPPED_CODE = 0;

const APOSTROPHES = /['’‘`]/;
const SEPARATORS = /[\p{P}\s]/u;

function foldLetter(letter: string): string {
  if (APOSTROPHES.test(letter)) return "";
  if (SEPARATORS.test(letter)) return " ";
  return letter.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

const foldLetterCached = memoize(foldLetter);

/** What the first 128 characters, of which most of a talk consists, fold to. */
const FOLDED_ASCII = Uint16Array.from({ length: 128 }, (_, code) => {
  const plain = foldLetter(String.fromCharCode(code));
  return plain ? plain.charCodeAt(0) : DROPPED_CODE;
});
