import { ByteReader, readNumbers, type NumberArray } from "./bytes.ts";
import { WORD_ENTRY_CODEC, type WordEntry } from "./word-entry.ts";
import { PackedVocabulary } from "./packed-vocabulary.ts";

/** An episode of a segment. */
export interface PackedEpisode {
  id: string;
  /** Number of its first passage. */
  first: number;
}

/** The decoded head of a segment; `writeHead` encodes it. */
export interface SegmentHead {
  passageCount: number;
  /** Distinct words of each passage, which is MiniSearch's field length, and their sum. */
  lengths: NumberArray;
  totalLength: number;
  /** Words of each passage. */
  wordCounts: NumberArray;
  episodes: PackedEpisode[];
  /** Length in bytes of each episode's packed passages. */
  textLengths: NumberArray;
  /** One bit per passage, lowest bit first: set for ads, intros and outros. */
  boilerplateBits: Uint8Array;
  words: PackedVocabulary<WordEntry>;
}

/** Decodes a head whose checksum is right. Lists and vocabulary stay packed, so opening a large index is cheap. */
export function readHead(bytes: Uint8Array): SegmentHead {
  const reader = new ByteReader(bytes);
  const passageCount = reader.readNumber();
  const lengths = readNumbers(reader, passageCount);
  const totalLength = reader.readNumber();
  const wordCounts = readNumbers(reader, passageCount);
  const ids = JSON.parse(reader.readText()) as string[];
  const firsts = readNumbers(reader, ids.length);
  const textLengths = readNumbers(reader, ids.length);
  const boilerplateBits = reader.readBytes(Math.ceil(passageCount / 8));
  return {
    passageCount,
    lengths,
    totalLength,
    wordCounts,
    episodes: ids.map((id, i) => ({ id, first: firsts[i]! })),
    textLengths,
    boilerplateBits,
    words: new PackedVocabulary(reader, WORD_ENTRY_CODEC),
  };
}
