import { computeEditDistance } from "../../../shared/edit-distance.ts";
import { findLowestIndex } from "../../../shared/binary-search.ts";
import { ByteReader, ByteWriter, encodeText, readNumbers, writeNumbers } from "./bytes.ts";
import { WORDS_PER_BLOCK, VocabularyCursor, type VocabularyData } from "./vocabulary-cursor.ts";

/** A word of a vocabulary and its value. */
export interface VocabularyEntry<T> {
  word: string;
  value: T;
}

/** Encodes the value of a word. `previous` is the value of the word before, undefined at the start of a block. */
export interface ValueCodec<T> {
  write(out: ByteWriter, value: T, previous: T | undefined): void;
  read(reader: ByteReader, previous: T | undefined): T;
  /** Skips a value without decoding it. */
  skip(reader: ByteReader, isFirst: boolean): void;
}

/** A word within an edit distance of another one. */
export type SimilarEntry<T> = VocabularyEntry<T> & { distance: number };

/** A read-only dictionary of words. */
export interface WordLookup<T> {
  /** Number of words, or an upper bound of it. */
  readonly size: number;
  get(word: string): T | undefined;
  /** Words with a prefix, in byte order. */
  listPrefixed(prefix: string): Iterable<VocabularyEntry<T>>;
  /** Words within an edit distance (Levenshtein), in byte order. */
  findSimilar(word: string, maxDistance: number): SimilarEntry<T>[];
}

/** Fills the row of the edit distance matrix after one more letter. Returns the smallest distance in it. */
function fillDistanceRow(row: Uint8Array, next: Uint8Array, letter: number, wanted: Uint8Array): number {
  let left = row[0]! + 1;
  let min = left;
  next[0] = left;
  for (let j = 0; j < wanted.length; j++) {
    const replaced = row[j]! + (letter === wanted[j] ? 0 : 1);
    const insertedOrRemoved = Math.min(row[j + 1]!, left) + 1;
    left = replaced < insertedOrRemoved ? replaced : insertedOrRemoved;
    next[j + 1] = left;
    if (left < min) min = left;
  }
  return min;
}

/** Length of a word's ASCII prefix. */
function countAsciiBytes(word: Uint8Array, length: number): number {
  let count = 0;
  while (count < length && word[count]! < 128) count++;
  return count;
}

/** Compares two words in byte order, the order of a vocabulary. */
const compareBytes = (a: Uint8Array, b: Uint8Array): number => {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
};

/** Sorts entries into vocabulary order. */
export const sortEntries = <T>(entries: Iterable<readonly [word: string, value: T]>): VocabularyEntry<T>[] =>
  Array.from(entries, ([word, value]) => ({ word, value, bytes: encodeText(word) }))
    .toSorted((a, b) => compareBytes(a.bytes, b.bytes))
    .map(({ word, value }) => ({ word, value }));

/**
 * Writes a front-coded vocabulary.
 * @param entries In byte order, without duplicates.
 */
export function writeVocabulary<T>(
  out: ByteWriter,
  entries: readonly VocabularyEntry<T>[],
  codec: ValueCodec<T>,
): void {
  const body = new ByteWriter();
  const starts: number[] = [];
  let previousWord: Uint8Array = new Uint8Array();
  let previousValue: T | undefined;
  for (const [i, { word, value }] of entries.entries()) {
    const bytes = encodeText(word);
    if (i % WORDS_PER_BLOCK === 0) {
      starts.push(body.length);
      previousWord = new Uint8Array();
      previousValue = undefined;
    }
    let prefixLength = 0;
    while (
      prefixLength < previousWord.length &&
      prefixLength < bytes.length &&
      previousWord[prefixLength] === bytes[prefixLength]
    )
      prefixLength++;
    body.writeNumber(prefixLength);
    body.writeNumber(bytes.length - prefixLength);
    body.writeBytes(bytes.subarray(prefixLength));
    codec.write(body, value, previousValue);
    [previousWord, previousValue] = [bytes, value];
  }
  out.writeNumber(entries.length);
  out.writeNumber(starts.length);
  writeNumbers(out, starts);
  out.writeNumber(body.length);
  out.writeBytes(body.toBytes());
}

/** A vocabulary that is searched in its packed form. */
export class PackedVocabulary<T> implements WordLookup<T> {
  readonly size: number;
  readonly #data: VocabularyData;
  /** Shared by `getWord` calls, which often ask for neighbours. */
  #wordCursor: VocabularyCursor | undefined;
  readonly #codec: ValueCodec<T>;

  constructor(reader: ByteReader, codec: ValueCodec<T>) {
    this.#codec = codec;
    this.size = reader.readNumber();
    const starts = readNumbers(reader, reader.readNumber());
    this.#data = { body: reader.readBytes(reader.readNumber()), starts, size: this.size };
  }

  get(word: string): T | undefined {
    const wanted = encodeText(word);
    let value: T | undefined;
    const cursor = new VocabularyCursor(this.#data, (reader, isFirst) => {
      value = this.#codec.read(reader, isFirst ? undefined : value);
    });
    cursor.seek(this.#findBlock(wanted));
    while (cursor.next()) {
      const order = cursor.compare(wanted);
      if (order >= 0) return order ? undefined : value;
    }
    return undefined;
  }

  /** The word at an index in byte order. */
  getWord(index: number): string {
    const cursor = (this.#wordCursor ??= new VocabularyCursor(this.#data, this.#codec.skip));
    cursor.seek(Math.floor(index / WORDS_PER_BLOCK));
    while (cursor.index < index && cursor.next());
    return cursor.text();
  }

  *listPrefixed(prefix: string): Generator<VocabularyEntry<T>> {
    for (const entry of this.#listFrom(prefix)) {
      if (!entry.word.startsWith(prefix)) return;
      yield entry;
    }
  }

  /** The rest of each word with a prefix, in byte order. Values are not decoded. */
  listEndings(prefix: string): string[] {
    const wanted = encodeText(prefix);
    const cursor = new VocabularyCursor(this.#data, this.#codec.skip);
    cursor.seek(this.#findBlock(wanted));
    const endings: string[] = [];
    while (cursor.next()) {
      if (cursor.compare(wanted) < 0) continue;
      if (!cursor.hasPrefix(wanted)) break;
      endings.push(cursor.text(wanted.length));
    }
    return endings;
  }

  /**
   * Neighbouring words share prefixes, so the rows of the distance matrix are reused up to the first letter that
   * differs. Whole blocks are skipped where their common prefix is already too far away.
   */
  findSimilar(word: string, maxDistance: number): SimilarEntry<T>[] {
    const wanted = encodeText(word);
    // The matrix works on bytes, which are letters only in ASCII.
    if (wanted.length !== word.length) return this.#findSimilarByLetters(word, maxDistance);
    const found: { word: string; distance: number }[] = [];
    const width = wanted.length + 1;
    const maxLength = wanted.length + maxDistance;
    const rows = Array.from({ length: maxLength + 1 }, () => new Uint8Array(width));
    for (let j = 0; j < width; j++) rows[0]![j] = j;
    /** Number of letters of the current word whose rows are valid. */
    let validRows = 0;
    /** Length of the prefix that is already too far away. */
    let tooFarAt = Infinity;
    const cursor = new VocabularyCursor(this.#data, this.#codec.skip);
    while (cursor.next()) {
      const { word: bytes, length, shared } = cursor;
      validRows = Math.min(validRows, shared);
      if (tooFarAt <= shared) continue;
      tooFarAt = Infinity;
      const end = Math.min(countAsciiBytes(bytes, length), maxLength);
      for (let i = validRows; i < end && tooFarAt === Infinity; i++) {
        if (fillDistanceRow(rows[i]!, rows[i + 1]!, bytes[i]!, wanted) > maxDistance) tooFarAt = i + 1;
        validRows = i + 1;
      }
      if (tooFarAt < Infinity) cursor.skipPrefix(tooFarAt);
      else if (bytes[end]! > 127 && end < length) {
        const distance = computeEditDistance(word, cursor.text());
        if (distance <= maxDistance) found.push({ word: cursor.text(), distance });
      } else if (length <= maxLength && rows[length]![width - 1]! <= maxDistance)
        found.push({ word: cursor.text(), distance: rows[length]![width - 1]! });
    }
    return found.map((match) => ({ ...match, value: this.get(match.word)! }));
  }

  #findSimilarByLetters(word: string, maxDistance: number): SimilarEntry<T>[] {
    return [...this.#listFrom("")].flatMap(({ word: other, value }) => {
      if (Math.abs(other.length - word.length) > maxDistance) return [];
      const distance = computeEditDistance(word, other);
      return distance <= maxDistance ? [{ word: other, value, distance }] : [];
    });
  }

  /** All words from one on, in byte order. */
  *#listFrom(word: string): Generator<VocabularyEntry<T>> {
    const wanted = encodeText(word);
    let value: T | undefined;
    const cursor = new VocabularyCursor(this.#data, (reader, isFirst) => {
      value = this.#codec.read(reader, isFirst ? undefined : value);
    });
    cursor.seek(this.#findBlock(wanted));
    let isReached = false;
    while (cursor.next()) {
      isReached ||= cursor.compare(wanted) >= 0;
      if (isReached) yield { word: cursor.text(), value: value! };
    }
  }

  /** The only block that can hold a word: the last one whose first word is not greater. */
  #findBlock(wanted: Uint8Array): number {
    const next = findLowestIndex(
      this.#data.starts.length,
      (block) => compareBytes(this.#readFirstWord(block), wanted) > 0,
    );
    return Math.max(0, next - 1);
  }

  #readFirstWord(block: number): Uint8Array {
    const { body, starts } = this.#data;
    const reader = new ByteReader(body, starts[block]);
    reader.readNumber();
    return reader.readBytes(reader.readNumber());
  }
}
