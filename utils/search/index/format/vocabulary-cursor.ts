import { ByteReader, decodeText, type NumberArray } from "./bytes.ts";

/** A word that is longer than this in bytes can't be in a vocabulary. */
export const MAX_WORD_BYTES = 120;
/** Words in one block; the first one is written whole, the others as what differs from the one before. */
export const WORDS_PER_BLOCK = 16;

/** The words of a vocabulary, as they are written: where its blocks begin in its bytes, and how many words there are. */
export interface VocabularyData {
  body: Uint8Array;
  starts: NumberArray;
  size: number;
}

/** Goes through the words in order, and leaps over those that begin alike. Nothing is made for a word. */
export class VocabularyCursor {
  /** The word as bytes; what is behind its length is of longer ones. */
  readonly word = new Uint8Array(MAX_WORD_BYTES * 2);
  length = 0;
  /** How many bytes it shares with the one that was looked at before. */
  shared = 0;
  /** Its number; -1 before the first. */
  index = -1;
  readonly #written: VocabularyData;
  readonly #beside: (from: ByteReader, isFirst: boolean) => void;
  readonly #reader: ByteReader;

  /** @param beside Reads what stands beside a word, or goes past it; told whether the word is the first of its block. */
  constructor(written: VocabularyData, beside: (from: ByteReader, isFirst: boolean) => void) {
    this.#written = written;
    this.#beside = beside;
    this.#reader = new ByteReader(written.body);
  }

  /** Goes to the next word; false behind the last. */
  next(): boolean {
    if (++this.index >= this.#written.size) return false;
    const reader = this.#reader;
    const isFirst = this.index % WORDS_PER_BLOCK === 0;
    const kept = reader.readNumber();
    const rest = reader.readNumber();
    const { bytes } = reader;
    this.shared = isFirst ? this.#common(reader.offset, Math.min(this.length, rest)) : kept;
    for (let i = 0; i < rest; i++) this.word[kept + i] = bytes[reader.offset + i]!;
    reader.offset += rest;
    this.length = kept + rest;
    this.#beside(reader, isFirst);
    return true;
  }

  /** Goes before the first word of a block. */
  seek(block: number): void {
    this.index = block * WORDS_PER_BLOCK - 1;
    this.#reader.offset = this.#written.starts[block] ?? 0;
  }

  /** Compares the word with another, byte by byte. */
  compare(other: Uint8Array): number {
    const { word } = this;
    const length = Math.min(this.length, other.length);
    for (let i = 0; i < length; i++) if (word[i] !== other[i]) return word[i]! - other[i]!;
    return this.length - other.length;
  }

  hasPrefix(letters: Uint8Array): boolean {
    if (this.length < letters.length) return false;
    for (let i = 0; i < letters.length; i++) if (this.word[i] !== letters[i]) return false;
    return true;
  }

  /** The word as a text, or what of it is behind so many bytes. */
  text(from = 0): string {
    let text = "";
    for (let i = from; i < this.length; i++) {
      const byte = this.word[i]!;
      if (byte > 127) return decodeText(this.word.subarray(from, this.length));
      text += String.fromCharCode(byte);
    }
    return text;
  }

  /** Goes on behind all blocks that hold nothing but words with so many of the first bytes of this one. */
  skipPrefix(letters: number): void {
    const { starts } = this.#written;
    const block = Math.floor(this.index / WORDS_PER_BLOCK);
    if (!this.#beginsAlike(block + 1, letters)) return;
    // First ever further, then by halving.
    let step = 1;
    while (this.#beginsAlike(block + 1 + step, letters)) step *= 2;
    let low = block + 1;
    let high = Math.min(block + step, starts.length - 1);
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#beginsAlike(middle, letters)) low = middle;
      else high = middle - 1;
    }
    this.seek(low);
  }

  #beginsAlike(block: number, letters: number): boolean {
    const { starts, body } = this.#written;
    if (block >= starts.length) return false;
    // A block's first word stands behind its two lengths, of a byte each: none is longer than 120.
    const at = starts[block]! + 2;
    return body[at - 1]! >= letters && this.#common(at, letters) === letters;
  }

  #common(at: number, most: number): number {
    const { body } = this.#written;
    let common = 0;
    while (common < most && body[at + common] === this.word[common]) common++;
    return common;
  }
}
