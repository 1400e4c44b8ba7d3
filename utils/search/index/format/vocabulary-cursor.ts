import { findLowestIndex } from "../../../shared/binary-search.ts";
import { MAX_TERM_CHARACTERS } from "../../text/search-terms.ts";
import { ByteReader, decodeText, type NumberArray } from "./bytes.ts";

/** Longest word of a vocabulary. UTF-8 takes at most three bytes per UTF-16 code unit. */
const MAX_WORD_BYTES = 3 * MAX_TERM_CHARACTERS;
/** Words per block. Front coding starts over in each block: https://en.wikipedia.org/wiki/Incremental_encoding */
export const WORDS_PER_BLOCK = 16;

/** The bytes of a vocabulary, the offset of each block in them, and the number of words. */
export interface VocabularyData {
  body: Uint8Array;
  starts: NumberArray;
  size: number;
}

/** Walks the words of a vocabulary in order and skips blocks by prefix. It allocates nothing per word. */
export class VocabularyCursor {
  /** UTF-8 bytes of the current word; only the first `length` bytes are valid. */
  readonly word = new Uint8Array(MAX_WORD_BYTES * 2);
  length = 0;
  /** Number of first bytes that equal those of the word visited before. */
  shared = 0;
  /** Index of the current word; -1 before the first. */
  index = -1;
  readonly #data: VocabularyData;
  readonly #visitValue: (reader: ByteReader, isFirst: boolean) => void;
  readonly #reader: ByteReader;

  /** @param visitValue Reads or skips the value of each word; receives whether the word is the first of its block. */
  constructor(data: VocabularyData, visitValue: (reader: ByteReader, isFirst: boolean) => void) {
    this.#data = data;
    this.#visitValue = visitValue;
    this.#reader = new ByteReader(data.body);
  }

  /** Moves to the next word; false at the end. */
  next(): boolean {
    if (++this.index >= this.#data.size) return false;
    const reader = this.#reader;
    const isFirst = this.index % WORDS_PER_BLOCK === 0;
    const prefixLength = reader.readNumber();
    const suffixLength = reader.readNumber();
    const { bytes } = reader;
    this.shared = isFirst
      ? this.#countShared(reader.offset, Math.min(this.length, suffixLength))
      : prefixLength;
    for (let i = 0; i < suffixLength; i++) this.word[prefixLength + i] = bytes[reader.offset + i]!;
    reader.offset += suffixLength;
    this.length = prefixLength + suffixLength;
    this.#visitValue(reader, isFirst);
    return true;
  }

  /** Moves before the first word of a block. */
  seek(block: number): void {
    this.index = block * WORDS_PER_BLOCK - 1;
    this.#reader.offset = this.#data.starts[block] ?? 0;
  }

  /** Compares the current word with another in byte order. */
  compare(other: Uint8Array): number {
    const { word } = this;
    const length = Math.min(this.length, other.length);
    for (let i = 0; i < length; i++) if (word[i] !== other[i]) return word[i]! - other[i]!;
    return this.length - other.length;
  }

  hasPrefix(prefix: Uint8Array): boolean {
    if (this.length < prefix.length) return false;
    for (let i = 0; i < prefix.length; i++) if (this.word[i] !== prefix[i]) return false;
    return true;
  }

  /** The current word as a string, from a byte on. */
  text(from = 0): string {
    let text = "";
    for (let i = from; i < this.length; i++) {
      const byte = this.word[i]!;
      if (byte > 127) return decodeText(this.word.subarray(from, this.length));
      text += String.fromCharCode(byte);
    }
    return text;
  }

  /** Skips the following blocks whose words all share the current word's first bytes. */
  skipPrefix(length: number): void {
    const { starts } = this.#data;
    const next = Math.floor(this.index / WORDS_PER_BLOCK) + 1;
    if (!this.#hasBlockPrefix(next, length)) return;
    // Galloping search: mostly few blocks share the prefix.
    let step = 1;
    while (this.#hasBlockPrefix(next + step, length)) step *= 2;
    const count = Math.min(step, starts.length - next);
    // The last block with the prefix may go on with other words, so the cursor stops before it.
    this.seek(next + findLowestIndex(count, (i) => !this.#hasBlockPrefix(next + i, length)) - 1);
  }

  #hasBlockPrefix(block: number, length: number): boolean {
    const { starts, body } = this.#data;
    if (block >= starts.length) return false;
    // A block begins with two lengths of one byte each, as no word exceeds 120 bytes.
    const at = starts[block]! + 2;
    return body[at - 1]! >= length && this.#countShared(at, length) === length;
  }

  #countShared(at: number, max: number): number {
    const { body } = this.#data;
    let count = 0;
    while (count < max && body[at + count] === this.word[count]) count++;
    return count;
  }
}
