import { computeEditDistance } from "../../../shared/edit-distance.ts";
import { ByteReader, ByteWriter, encodeText, readNumbers, writeNumbers } from "./bytes.ts";
import { WORDS_PER_BLOCK, VocabularyCursor, type VocabularyData } from "./vocabulary-cursor.ts";

/** A word of a vocabulary, and what is written beside it. */
export interface VocabularyEntry<T> {
  word: string;
  value: T;
}

/** How the value beside a word is written, and read again; handed the one before, undefined at the start of a block. */
export interface ValueCodec<T> {
  write(out: ByteWriter, value: T, before: T | undefined): void;
  read(from: ByteReader, before: T | undefined): T;
  /** Goes past a value without a look at it. */
  skip(from: ByteReader, isFirst: boolean): void;
}

/** A word that is nearly another one. */
export type SimilarEntry<T> = VocabularyEntry<T> & { distance: number };

/** Words that can be looked up. */
export interface WordLookup<T> {
  /** How many there are, or a few more. */
  readonly size: number;
  /** What belongs to a word; undefined where it is not there. */
  get(word: string): T | undefined;
  /** Words that begin with some letters, in order. */
  listPrefixed(letters: string): Iterable<VocabularyEntry<T>>;
  /** Words that are at most so many letters away, in order. */
  findSimilar(word: string, most: number): SimilarEntry<T>[];
}

/** Fills the row of distances behind one more letter; gives the least in it. */
function fillDistanceRow(row: Uint8Array, next: Uint8Array, letter: number, wanted: Uint8Array): number {
  let left = row[0]! + 1;
  let least = left;
  next[0] = left;
  for (let j = 0; j < wanted.length; j++) {
    const swap = row[j]! + (letter === wanted[j] ? 0 : 1);
    const shorter = Math.min(row[j + 1]!, left) + 1;
    left = swap < shorter ? swap : shorter;
    next[j + 1] = left;
    if (left < least) least = left;
  }
  return least;
}

/** How many bytes of a word are letters by themselves, from its beginning. */
function countAsciiBytes(word: Uint8Array, length: number): number {
  let count = 0;
  while (count < length && word[count]! < 128) count++;
  return count;
}

/** Compares two words byte by byte, as they stand in a vocabulary. */
export const compareBytes = (a: Uint8Array, b: Uint8Array): number => {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
};

/** Words in the order in which a vocabulary holds them. */
export const sortEntries = <T>(entries: Iterable<readonly [word: string, value: T]>): VocabularyEntry<T>[] =>
  Array.from(entries, ([word, value]) => ({ word, value, bytes: encodeText(word) }))
    .toSorted((a, b) => compareBytes(a.bytes, b.bytes))
    .map(({ word, value }) => ({ word, value }));

/** Writes words, front-coded in blocks behind a table of where these begin. They are in order, each once. */
export function writeVocabulary<T>(
  out: ByteWriter,
  entries: readonly VocabularyEntry<T>[],
  values: ValueCodec<T>,
): void {
  const body = new ByteWriter();
  const starts: number[] = [];
  let last: Uint8Array = new Uint8Array();
  let before: T | undefined;
  for (const [i, { word, value }] of entries.entries()) {
    const bytes = encodeText(word);
    if (i % WORDS_PER_BLOCK === 0) {
      starts.push(body.length);
      last = new Uint8Array();
      before = undefined;
    }
    let shared = 0;
    while (shared < last.length && shared < bytes.length && last[shared] === bytes[shared]) shared++;
    body.writeNumber(shared);
    body.writeNumber(bytes.length - shared);
    body.writeBytes(bytes.subarray(shared));
    values.write(body, value, before);
    [last, before] = [bytes, value];
  }
  out.writeNumber(entries.length);
  out.writeNumber(starts.length);
  writeNumbers(out, starts);
  out.writeNumber(body.length);
  out.writeBytes(body.toBytes());
}

/** A vocabulary that is read where it is asked; nothing of it is unpacked beforehand. */
export class PackedVocabulary<T> implements WordLookup<T> {
  readonly size: number;
  readonly #written: VocabularyData;
  /** For looks at single words. */
  #cursor: VocabularyCursor | undefined;
  readonly #values: ValueCodec<T>;

  constructor(listEntries: ByteReader, values: ValueCodec<T>) {
    this.#values = values;
    this.size = listEntries.readNumber();
    const starts = readNumbers(listEntries, listEntries.readNumber());
    this.#written = { body: listEntries.readBytes(listEntries.readNumber()), starts, size: this.size };
  }

  /** The value beside a word; undefined where it is not in the vocabulary. */
  get(word: string): T | undefined {
    const wanted = encodeText(word);
    let value: T | undefined;
    const cursor = new VocabularyCursor(this.#written, (from, isFirst) => {
      value = this.#values.read(from, isFirst ? undefined : value);
    });
    cursor.seek(this.#blockOf(wanted));
    while (cursor.next()) {
      const order = cursor.compare(wanted);
      if (order >= 0) return order ? undefined : value;
    }
    return undefined;
  }

  /** The word of a number, counted in their order; nothing behind the last. */
  getWord(number: number): string {
    const cursor = (this.#cursor ??= new VocabularyCursor(this.#written, this.#values.skip));
    cursor.seek(Math.floor(number / WORDS_PER_BLOCK));
    while (cursor.index < number && cursor.next());
    return cursor.text();
  }

  /** Words that begin with some letters, in order, with their values. */
  *listPrefixed(letters: string): Generator<VocabularyEntry<T>> {
    for (const entry of this.from(letters)) {
      if (!entry.word.startsWith(letters)) return;
      yield entry;
    }
  }

  /** What follows some letters in all words that begin with them, in order; their values are not looked at. */
  listEndings(letters: string): string[] {
    const wanted = encodeText(letters);
    const cursor = new VocabularyCursor(this.#written, this.#values.skip);
    cursor.seek(this.#blockOf(wanted));
    const found: string[] = [];
    while (cursor.next()) {
      if (cursor.compare(wanted) < 0) continue;
      if (!cursor.hasPrefix(wanted)) break;
      found.push(cursor.text(wanted.length));
    }
    return found;
  }

  /** All words from a place in the order on. */
  *from(word = ""): Generator<VocabularyEntry<T>> {
    const wanted = encodeText(word);
    yield* this.#read(this.#blockOf(wanted), wanted);
  }

  /** The block in which a word stands if it stands anywhere. */
  #blockOf(wanted: Uint8Array): number {
    let low = 0;
    let high = this.#written.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (compareBytes(this.#firstOf(middle), wanted) <= 0) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /**
   * Words that are at most so many letters away, with the distance (Levenshtein). The words stand in order, so a row
   * of distances is kept for every letter and only those behind a change are worked out anew.
   */
  findSimilar(word: string, most: number): SimilarEntry<T>[] {
    const wanted = encodeText(word);
    // Bytes are letters only where each letter is one.
    if (wanted.length !== word.length) return this.#nearByLetters(word, most);
    const found: { word: string; distance: number }[] = [];
    const [width, longest] = [wanted.length + 1, wanted.length + most];
    const rows = Array.from({ length: longest + 1 }, () => new Uint8Array(width));
    for (let j = 0; j < width; j++) rows[0]![j] = j;
    /** Letters whose rows hold for the word at hand, and the number of letters with which it was seen to be too far. */
    let known = 0;
    let tooFarAt = Infinity;
    const cursor = new VocabularyCursor(this.#written, this.#values.skip);
    while (cursor.next()) {
      const { word: bytes, length, shared } = cursor;
      known = Math.min(known, shared);
      if (tooFarAt <= shared) continue;
      tooFarAt = Infinity;
      const end = Math.min(countAsciiBytes(bytes, length), longest);
      for (let i = known; i < end && tooFarAt === Infinity; i++) {
        if (fillDistanceRow(rows[i]!, rows[i + 1]!, bytes[i]!, wanted) > most) tooFarAt = i + 1;
        known = i + 1;
      }
      if (tooFarAt < Infinity) cursor.skipPrefix(tooFarAt);
      else if (bytes[end]! > 127 && end < length) {
        const distance = computeEditDistance(word, cursor.text());
        if (distance <= most) found.push({ word: cursor.text(), distance });
      } else if (length <= longest && rows[length]![width - 1]! <= most)
        found.push({ word: cursor.text(), distance: rows[length]![width - 1]! });
    }
    return found.map((one) => ({ ...one, value: this.get(one.word)! }));
  }

  #nearByLetters(word: string, most: number): SimilarEntry<T>[] {
    return [...this.from()].flatMap(({ word: other, value }) => {
      if (Math.abs(other.length - word.length) > most) return [];
      const distance = computeEditDistance(word, other);
      return distance <= most ? [{ word: other, value, distance }] : [];
    });
  }

  #firstOf(block: number): Uint8Array {
    const { body, starts } = this.#written;
    const reader = new ByteReader(body, starts[block]);
    reader.readNumber();
    return reader.readBytes(reader.readNumber());
  }

  /** Every word from a block on that does not stand before another one. */
  *#read(block: number, wanted: Uint8Array): Generator<VocabularyEntry<T>> {
    let value: T | undefined;
    const cursor = new VocabularyCursor(this.#written, (from, isFirst) => {
      value = this.#values.read(from, isFirst ? undefined : value);
    });
    cursor.seek(block);
    let isThere = false;
    while (cursor.next()) {
      isThere ||= cursor.compare(wanted) >= 0;
      if (isThere) yield { word: cursor.text(), value: value! };
    }
  }
}
