/**
 * Folding for search inside one transcript: "fast.ai" is found by "fast AI", "learning, and" by "learning and", also
 * across the end of a paragraph. Case and accents fold away, punctuation and white space become single spaces,
 * apostrophes disappear. Every folded character remembers its source.
 */
import { memoize } from "../../shared/memoize.ts";

/** Consecutive texts, folded into one string. */
export interface FoldedTexts {
  folded: string;
  /** For each folded character: the index of its text, and the half-open range it comes from. */
  textIndexes: Uint32Array;
  starts: Uint32Array;
  ends: Uint32Array;
}

/**
 * Builds folded texts character by character. Ten hours of talk have half a million characters, hence typed arrays
 * instead of arrays of objects.
 */
export class TextFolder {
  #codes: Uint16Array;
  #textIndexes: Uint32Array;
  #starts: Uint32Array;
  #ends: Uint32Array;
  #length = 0;

  /** @param capacity Expected number of folded characters; the buffers double when it is exceeded. */
  constructor(capacity: number) {
    this.#codes = new Uint16Array(capacity);
    this.#textIndexes = new Uint32Array(capacity);
    this.#starts = new Uint32Array(capacity);
    this.#ends = new Uint32Array(capacity);
  }

  /** Folded characters so far. */
  get length(): number {
    return this.#length;
  }

  /** Adds a range of a text. */
  add(text: string, index: number, from = 0, to = text.length): void {
    for (let i = from; i < to; i++) this.#fold(text, i, index, i, i + 1);
  }

  /** Adds words in place of a range of a text; each of their characters maps to the whole range. */
  addReplacement(words: string, index: number, start: number, end: number): void {
    for (let i = 0; i < words.length; i++) this.#fold(words, i, index, start, end);
  }

  finish(): FoldedTexts {
    const parts: string[] = [];
    for (let at = 0; at < this.#length; at += MAX_CODES_PER_CALL) {
      const codes = this.#codes.subarray(at, Math.min(this.#length, at + MAX_CODES_PER_CALL));
      parts.push(String.fromCharCode.apply(null, codes as unknown as number[]));
    }
    return {
      folded: parts.join(""),
      textIndexes: this.#textIndexes.subarray(0, this.#length),
      starts: this.#starts.subarray(0, this.#length),
      ends: this.#ends.subarray(0, this.#length),
    };
  }

  #fold(words: string, i: number, index: number, start: number, end: number): void {
    const code = words.charCodeAt(i);
    if (code < FOLDED_ASCII.length) this.#append(FOLDED_ASCII[code]!, index, start, end);
    else {
      const folded = foldLetterCached(words[i]!);
      for (let k = 0; k < folded.length; k++) this.#append(folded.charCodeAt(k), index, start, end);
    }
  }

  #append(code: number, index: number, start: number, end: number): void {
    const at = this.#length;
    if (code === DROPPED_CODE || (code === SPACE_CODE && (!at || this.#codes[at - 1] === SPACE_CODE))) return;
    if (at === this.#codes.length) this.#grow();
    this.#codes[at] = code;
    this.#textIndexes[at] = index;
    this.#starts[at] = start;
    this.#ends[at] = end;
    this.#length++;
  }

  #grow(): void {
    const copyInto = <T extends Uint16Array | Uint32Array>(larger: T, old: T): T => {
      larger.set(old);
      return larger;
    };
    const capacity = Math.max(MIN_CAPACITY, this.#length * 2);
    this.#codes = copyInto(new Uint16Array(capacity), this.#codes);
    this.#textIndexes = copyInto(new Uint32Array(capacity), this.#textIndexes);
    this.#starts = copyInto(new Uint32Array(capacity), this.#starts);
    this.#ends = copyInto(new Uint32Array(capacity), this.#ends);
  }
}

/** The capacity that texts need where every letter folds to one. */
export const computeCapacity = (texts: readonly string[]): number =>
  texts.reduce((sum, { length }) => sum + length + 1, 0);

/** Folds texts as they are shown. A space separates each from the next. */
export function foldTexts(texts: readonly string[]): FoldedTexts {
  const folder = new TextFolder(computeCapacity(texts));
  for (const [index, text] of texts.entries()) {
    folder.add(text, index);
    folder.addReplacement(" ", index, text.length, text.length);
  }
  return folder.finish();
}

const MIN_CAPACITY = 64;
/**
 * Character codes for one call of `String.fromCharCode`. Engines limit the number of arguments:
 * https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/Function/apply#using_apply_and_built-in_functions
 */
const MAX_CODES_PER_CALL = 8192;
const SPACE_CODE = 32;
/** Marks letters that fold to nothing. */
const DROPPED_CODE = 0;

const APOSTROPHES = /['’‘`]/;
const SEPARATORS = /[\p{P}\s]/u;

/** Accents are removed after canonical decomposition (NFD): https://unicode.org/reports/tr15/ */
function foldLetter(letter: string): string {
  if (APOSTROPHES.test(letter)) return "";
  if (SEPARATORS.test(letter)) return " ";
  return letter.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

const foldLetterCached = memoize(foldLetter);

/** Folded codes of ASCII, which most of a transcript consists of. */
const FOLDED_ASCII = Uint16Array.from({ length: 128 }, (_, code) => {
  const folded = foldLetter(String.fromCharCode(code));
  return folded ? folded.charCodeAt(0) : DROPPED_CODE;
});
