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
import { writePostings, type PositionalPostings } from "../format/postings.ts";
import { sortEntries, writeVocabulary, type VocabularyEntry } from "../format/packed-vocabulary.ts";

/** Where one part of a segment goes, piece by piece: memory, or a file. */
export interface SegmentSink {
  /** Bytes it was given so far. */
  readonly length: number;
  writeBytes(bytes: Uint8Array<ArrayBuffer>): void;
}

/** The parts behind a segment's head, in their order. */
export interface SegmentSinks {
  sounds: SegmentSink;
  postings: SegmentSink;
  positions: SegmentSink;
  texts: SegmentSink;
}

/** One for each part, in their order. */
export const createSinks = <T extends SegmentSink>(
  make: (part: keyof SegmentSinks) => T,
): { [part in keyof SegmentSinks]: T } => ({
  sounds: make("sounds"),
  postings: make("postings"),
  positions: make("positions"),
  texts: make("texts"),
});

/** All that is written of where a word stands. */
export interface WordPostings {
  /** Where it is shown. */
  shown: PositionalPostings;
  /** Passages by which it is found, where it was heard in others than it is shown in; else null. */
  found: PositionalPostings | null;
}

/** Facts of passages, in their order, and the episodes they belong to. */
export interface SegmentStats {
  /** Different words of each, as MiniSearch counts them, and all words. */
  lengths: readonly number[];
  wordCounts: readonly number[];
  /** Whether it is an advert, or opening or closing words. */
  boilerplateFlags: readonly boolean[];
  episodes: { id: string; first: number; length: number }[];
}

/** For one word at a time: there are many, and each is short. */
const wordWriter = new ByteWriter();

/**
 * Writes where a word stands; gives what is put beside it in the vocabulary.
 * @param all How many passages there are.
 */
export function writeWord(
  { postings, positions }: SegmentSinks,
  word: string,
  { shown, found }: WordPostings,
  all: number,
): VocabularyEntry<WordEntry> {
  const [postingsAt, positionsAt] = [postings.length, positions.length];
  const isStop = isStopWord(word);
  const isApart = isStop || found !== null;
  const starts = writePostings(wordWriter, shown, all);
  const own = { bytes: wordWriter.takeBytes(), starts };
  // A word that counts only in phrases is never ranked.
  if (found) {
    writePostings(wordWriter, found, all);
    postings.writeBytes(wordWriter.takeBytes());
  } else if (!isStop) postings.writeBytes(own.bytes);
  writePositions(wordWriter, shown, own, isApart);
  positions.writeBytes(wordWriter.takeBytes());
  const value = {
    passageCount: (found ?? shown).docs.length,
    isStop,
    hasOwnPassages: isApart,
    postings: [postingsAt, postings.length] as const,
    positions: [positionsAt, positions.length] as const,
  };
  return { word, value };
}

/** Writes the packed passages of an episode behind those before. */
export function writePassages({ texts }: SegmentSinks, packed: Uint8Array): void {
  // What was read may be part of much more, which would be held with it.
  texts.writeBytes(packed.slice());
}

/**
 * What stands before the parts of a segment, with their lengths and checksums. Writes the sounds, which only a search for
 * a name asks for, as a part of their own; none where the segment is only there to be merged.
 */
export function writeHead(
  facts: SegmentStats,
  entries: readonly VocabularyEntry<WordEntry>[],
  sinks: SegmentSinks,
  withSounds: boolean,
): Uint8Array<ArrayBuffer> {
  const head = new ByteWriter();
  head.writeNumber(facts.lengths.length);
  writeNumbers(head, facts.lengths);
  head.writeNumber(facts.lengths.reduce((sum, length) => sum + length, 0));
  writeNumbers(head, facts.wordCounts);
  head.writeText(JSON.stringify(facts.episodes.map(({ id }) => id)));
  writeNumbers(
    head,
    facts.episodes.map(({ first }) => first),
  );
  writeNumbers(
    head,
    facts.episodes.map(({ length }) => length),
  );
  head.writeBytes(packBits(facts.boilerplateFlags));
  writeVocabulary(head, entries, WORD_ENTRY_CODEC);
  const bytes = head.toBytes();
  const like = new ByteWriter();
  writeVocabulary(like, withSounds ? indexSounds(entries.map(({ word }) => word)) : [], SOUND_WORDS_CODEC);
  const likeBytes = like.toBytes();
  const { sounds, postings, positions, texts } = sinks;
  sounds.writeBytes(likeBytes);
  const preamble = writePreamble({
    head: bytes.length,
    sounds: sounds.length,
    postings: postings.length,
    positions: positions.length,
    texts: texts.length,
    headSum: computeChecksum(bytes),
    soundsSum: computeChecksum(likeBytes),
  });
  return joinBytes([preamble, bytes]);
}

function packBits(flags: readonly boolean[]): Uint8Array {
  const bits = new Uint8Array(Math.ceil(flags.length / 8));
  for (const [i, flag] of flags.entries()) if (flag) bits[i >> 3]! |= 1 << (i & 7);
  return bits;
}

/** Words by the bones of their sound and the sound itself; those that have no bones sound like anything. */
function indexSounds(words: readonly string[]): VocabularyEntry<SoundWords>[] {
  const bySound = new Map<string, number[]>();
  for (const [i, word] of words.entries()) {
    const sound = toPhonemes(word);
    const bones = toPhoneticKey(sound);
    if (!bones || word.length < 2) continue;
    const key = toSoundKey(bones, sound);
    const list = bySound.get(key);
    if (list) list.push(i);
    else bySound.set(key, [i]);
  }
  return sortEntries(bySound);
}
