import { toPhonemes, toPhoneticKey } from "../../../shared/phonetics.ts";
import { isStopWord } from "../../text/search-terms.ts";
import { ByteWriter, joinBytes, writeNumbers } from "../format/bytes.ts";
import {
  SOUND_WORDS_CODEC,
  toSoundKey,
  WORD_ENTRY_CODEC,
  type SoundWords,
  type WordEntry,
} from "../format/word-entry.ts";
import { computeChecksum } from "../format/checksum.ts";
import { writePositions } from "../format/positions.ts";
import { writePreamble } from "../format/preamble.ts";
import type { WordPostings } from "../format/postings.ts";
import { writePostings } from "../format/postings-codec.ts";
import { sortEntries, writeVocabulary, type VocabularyEntry } from "../format/packed-vocabulary.ts";

/** Receives one part of a segment: a buffer in memory, or blobs. */
export interface SegmentSink {
  /** Bytes received so far. */
  readonly length: number;
  writeBytes(bytes: Uint8Array<ArrayBuffer>): void;
}

/** The parts that follow a segment's head, in file order. */
export interface SegmentSinks {
  sounds: SegmentSink;
  postings: SegmentSink;
  positions: SegmentSink;
  texts: SegmentSink;
}

/** Creates a sink for each part, in file order. */
export const createSinks = <T extends SegmentSink>(
  create: (part: keyof SegmentSinks) => T,
): { [part in keyof SegmentSinks]: T } => ({
  sounds: create("sounds"),
  postings: create("postings"),
  positions: create("positions"),
  texts: create("texts"),
});

/** The facts of all passages and episodes, in their order. */
export interface SegmentStats {
  /** Distinct words of each passage, which is MiniSearch's field length. */
  lengths: readonly number[];
  /** Words of each passage. */
  wordCounts: readonly number[];
  /** True for an ad, an intro or an outro. */
  boilerplateFlags: readonly boolean[];
  /** `first` is the number of the first passage, `length` the length in bytes of the packed passages. */
  episodes: { id: string; first: number; length: number }[];
}

/** Reused, as a segment has many words and each is short. */
const wordWriter = new ByteWriter();

/**
 * Writes the postings and positions of a word.
 * @param passageCount Number of passages of the segment.
 * @returns The word's entry for the vocabulary.
 */
export function writeWord(
  { postings, positions }: SegmentSinks,
  word: string,
  { shown, found }: WordPostings,
  passageCount: number,
): VocabularyEntry<WordEntry> {
  const [postingsStart, positionsStart] = [postings.length, positions.length];
  const isStop = isStopWord(word);
  const hasOwnPassages = isStop || found !== null;
  const blockStarts = writePostings(wordWriter, shown, passageCount);
  const encodedShown = { bytes: wordWriter.takeBytes(), blockStarts };
  // Stop words are never ranked, so they have no postings.
  if (found) {
    writePostings(wordWriter, found, passageCount);
    postings.writeBytes(wordWriter.takeBytes());
  } else if (!isStop) postings.writeBytes(encodedShown.bytes);
  writePositions(wordWriter, shown, encodedShown, hasOwnPassages);
  positions.writeBytes(wordWriter.takeBytes());
  const value = {
    passageCount: (found ?? shown).docs.length,
    isStop,
    hasOwnPassages,
    postings: [postingsStart, postings.length] as const,
    positions: [positionsStart, positions.length] as const,
  };
  return { word, value };
}

/** Appends the packed passages of an episode. */
export function writePassages({ texts }: SegmentSinks, packed: Uint8Array): void {
  // A copy, because the bytes may be a view of a much larger read that would stay in memory with it.
  texts.writeBytes(packed.slice());
}

/**
 * Writes the sounds, and encodes preamble and head. Call it last, as the preamble contains the lengths of all parts.
 * @param withSounds False for a segment that is only merged into another.
 */
export function writeHead(
  stats: SegmentStats,
  entries: readonly VocabularyEntry<WordEntry>[],
  sinks: SegmentSinks,
  withSounds: boolean,
): Uint8Array<ArrayBuffer> {
  const head = new ByteWriter();
  head.writeNumber(stats.lengths.length);
  writeNumbers(head, stats.lengths);
  head.writeNumber(stats.lengths.reduce((sum, length) => sum + length, 0));
  writeNumbers(head, stats.wordCounts);
  head.writeText(JSON.stringify(stats.episodes.map(({ id }) => id)));
  writeNumbers(
    head,
    stats.episodes.map(({ first }) => first),
  );
  writeNumbers(
    head,
    stats.episodes.map(({ length }) => length),
  );
  head.writeBytes(packBits(stats.boilerplateFlags));
  writeVocabulary(head, entries, WORD_ENTRY_CODEC);
  const headBytes = head.toBytes();
  const sounds = new ByteWriter();
  writeVocabulary(sounds, withSounds ? groupBySound(entries.map(({ word }) => word)) : [], SOUND_WORDS_CODEC);
  const soundBytes = sounds.toBytes();
  sinks.sounds.writeBytes(soundBytes);
  const preamble = writePreamble({
    head: headBytes.length,
    sounds: sinks.sounds.length,
    postings: sinks.postings.length,
    positions: sinks.positions.length,
    texts: sinks.texts.length,
    headSum: computeChecksum(headBytes),
    soundsSum: computeChecksum(soundBytes),
  });
  return joinBytes([preamble, headBytes]);
}

/** Packs flags into bytes, lowest bit first. */
function packBits(flags: readonly boolean[]): Uint8Array {
  const bits = new Uint8Array(Math.ceil(flags.length / 8));
  for (const [i, flag] of flags.entries()) if (flag) bits[i >> 3]! |= 1 << (i & 7);
  return bits;
}

/** Groups words by sound. Words without consonants have no phonetic key and are left out: they resemble anything. */
function groupBySound(words: readonly string[]): VocabularyEntry<SoundWords>[] {
  const wordsBySound = new Map<string, number[]>();
  for (const [index, word] of words.entries()) {
    const sound = toPhonemes(word);
    const phoneticKey = toPhoneticKey(sound);
    if (!phoneticKey || word.length < 2) continue;
    const key = toSoundKey(phoneticKey, sound);
    const indexes = wordsBySound.get(key);
    if (indexes) indexes.push(index);
    else wordsBySound.set(key, [index]);
  }
  return sortEntries(wordsBySound);
}
