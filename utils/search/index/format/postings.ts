import { ByteReader, ByteWriter, joinNumbers, joinBytes } from "./bytes.ts";

/** The passages with a word, ascending, and the term frequency in each. */
export interface Postings {
  docs: Uint32Array;
  frequencies: Uint32Array;
}

/** Postings with the positions of the word. */
export interface PositionalPostings extends Postings {
  /** Encoded positions, passage after passage (see `encodePositions`). Empty where only passages matter. */
  positions: Uint8Array;
}

/** Everything a segment stores about a word. */
export interface WordPostings {
  /** Where the word is shown. */
  shown: PositionalPostings;
  /** Where the word is shown or was heard; null if both are the same. */
  found: PositionalPostings | null;
}

/** The postings of a word that occurs nowhere. */
export const EMPTY_POSTINGS: PositionalPostings = {
  docs: new Uint32Array(),
  frequencies: new Uint32Array(),
  positions: new Uint8Array(),
};

const positionWriter = new ByteWriter();

/**
 * Encodes positions as differences within each passage. Passages are short, so nearly each takes one byte.
 * @param positions Word indexes in the passage, ascending, passage after passage.
 */
export function encodePositions(frequencies: ArrayLike<number>, positions: ArrayLike<number>): Uint8Array {
  for (let i = 0, at = 0; at < positions.length; i++)
    for (let k = 0; k < frequencies[i]!; k++, at++)
      positionWriter.writeNumber(positions[at]! - (k ? positions[at - 1]! : 0));
  return positionWriter.takeBytes();
}

/**
 * Decodes positions into word indexes of the whole segment.
 * @param wordsBefore Number of words before each passage.
 */
export function decodePositions(
  { docs, frequencies, positions }: PositionalPostings,
  wordsBefore: Uint32Array,
): Uint32Array {
  const reader = new ByteReader(positions);
  const decoded = new Uint32Array(sumFrequencies({ docs, frequencies }));
  let count = 0;
  for (let i = 0; i < docs.length; i++) {
    let position = wordsBefore[docs[i]!]!;
    for (let k = frequencies[i]!; k > 0; k--) decoded[count++] = position += reader.readNumber();
  }
  return decoded;
}

/** Concatenates a word's postings in several segments. `first` is the new number of each segment's passage 0. */
export function concatPostings(
  parts: readonly { postings: PositionalPostings; first: number }[],
): PositionalPostings {
  const nonEmpty = parts.filter(({ postings }) => postings.docs.length);
  return {
    docs: joinNumbers(
      nonEmpty.map(({ postings: { docs }, first }) => (first ? docs.map((doc) => first + doc) : docs)),
    ),
    frequencies: joinNumbers(nonEmpty.map(({ postings }) => postings.frequencies)),
    positions: joinBytes(nonEmpty.map(({ postings }) => postings.positions)),
  };
}

/**
 * Renumbers passages and drops deleted ones.
 * @param newNumbers The new number of each passage, or -1 if it is deleted.
 */
export function mapPostings(
  { docs, frequencies, positions }: PositionalPostings,
  newNumbers: Int32Array,
): PositionalPostings {
  const reader = new ByteReader(positions);
  const remainingPositions: Uint8Array[] = [];
  const isRemaining = docs.map((doc) => (newNumbers[doc]! < 0 ? 0 : 1));
  for (let i = 0; i < docs.length && positions.length; i++) {
    const from = reader.offset;
    reader.skipNumbers(frequencies[i]!);
    if (isRemaining[i]) remainingPositions.push(positions.subarray(from, reader.offset));
  }
  return {
    docs: docs.filter((_, i) => isRemaining[i]).map((doc) => newNumbers[doc]!),
    frequencies: frequencies.filter((_, i) => isRemaining[i]),
    positions: joinBytes(remainingPositions),
  };
}

/** Occurrences of the word in all passages. */
export const sumFrequencies = ({ frequencies }: Postings): number =>
  frequencies.reduce((sum, frequency) => sum + frequency, 0);
