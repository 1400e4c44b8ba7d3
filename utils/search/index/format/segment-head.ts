import { ByteReader, readNumbers, type NumberArray } from "./bytes.ts";
import { WORD_ENTRY_CODEC, type WordEntry } from "./word-entry.ts";
import { PackedVocabulary } from "./packed-vocabulary.ts";

/** An episode in a segment. */
export interface PackedEpisode {
  id: string;
  /** Number of its first passage. */
  first: number;
}

/** What stands in the head of a segment (see `headOf`). */
export interface SegmentHead {
  passageCount: number;
  /** Different words of each passage, as MiniSearch counts them, and of all together. */
  lengths: NumberArray;
  totalLength: number;
  /** All words of each passage. */
  wordCounts: NumberArray;
  episodes: PackedEpisode[];
  /** Bytes of each episode's texts. */
  textLengths: NumberArray;
  /** A bit for each passage: whether it is an advert, or opening or closing words. */
  boilerplateBits: Uint8Array;
  words: PackedVocabulary<WordEntry>;
}

/** Reads a head that is whole. Of what there is thousands of times nothing is unpacked. */
export function readHead(bytes: Uint8Array): SegmentHead {
  const reader = new ByteReader(bytes);
  const passages = reader.readNumber();
  const lengths = readNumbers(reader, passages);
  const allLengths = reader.readNumber();
  const counts = readNumbers(reader, passages);
  const ids = JSON.parse(reader.readText()) as string[];
  const firsts = readNumbers(reader, ids.length);
  const textLengths = readNumbers(reader, ids.length);
  const asides = reader.readBytes(Math.ceil(passages / 8));
  return {
    passageCount: passages,
    lengths,
    totalLength: allLengths,
    wordCounts: counts,
    episodes: ids.map((id, i) => ({ id, first: firsts[i]! })),
    textLengths,
    boilerplateBits: asides,
    words: new PackedVocabulary(reader, WORD_ENTRY_CODEC),
  };
}
