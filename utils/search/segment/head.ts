import { ByteReader, readNumbers, type Numbers } from "./bytes.ts";
import { WORD_VALUES, type WordEntry } from "./entries.ts";
import { Vocabulary } from "./vocabulary.ts";

/** An episode in a segment. */
export interface PackedEpisode {
  id: string;
  /** Number of its first passage. */
  first: number;
}

/** What stands in the head of a segment (see `headOf`). */
export interface Head {
  passages: number;
  /** Different words of each passage, as MiniSearch counts them, and of all together. */
  lengths: Numbers;
  allLengths: number;
  /** All words of each passage. */
  counts: Numbers;
  episodes: PackedEpisode[];
  /** Bytes of each episode's texts. */
  textLengths: Numbers;
  /** A bit for each passage: whether it is an advert, or opening or closing words. */
  asides: Uint8Array;
  words: Vocabulary<WordEntry>;
}

/** Reads a head that is whole. Of what there is thousands of times nothing is unpacked. */
export function readHead(bytes: Uint8Array): Head {
  const reader = new ByteReader(bytes);
  const passages = reader.number();
  const lengths = readNumbers(reader, passages);
  const allLengths = reader.number();
  const counts = readNumbers(reader, passages);
  const ids = JSON.parse(reader.text()) as string[];
  const firsts = readNumbers(reader, ids.length);
  const textLengths = readNumbers(reader, ids.length);
  const asides = reader.take(Math.ceil(passages / 8));
  return {
    passages,
    lengths,
    allLengths,
    counts,
    episodes: ids.map((id, i) => ({ id, first: firsts[i]! })),
    textLengths,
    asides,
    words: new Vocabulary(reader, WORD_VALUES),
  };
}
