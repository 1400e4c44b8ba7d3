import { toPhonemes, toPhoneticKey } from "../../transcript/clean/names/sound.ts";
import { isStopWord } from "../terms.ts";
import { ByteWriter, joinedBytes, writeNumbers } from "./bytes.ts";
import { SOUND_VALUES, soundKey, WORD_VALUES, type Sounding, type WordEntry } from "./entries.ts";
import { checksum } from "./kernel/checksum.ts";
import { writePlaces } from "./places.ts";
import { writePreamble } from "./preamble.ts";
import { writePostings, type Run } from "./runs.ts";
import { inOrder, writeVocabulary, type Entry } from "./vocabulary.ts";

/** Where one part of a segment goes, piece by piece: memory, or a file. */
export interface Sink {
  /** Bytes it was given so far. */
  readonly length: number;
  bytes(bytes: Uint8Array<ArrayBuffer>): void;
}

/** The parts behind a segment's head, in their order. */
export interface Sinks {
  sounds: Sink;
  postings: Sink;
  positions: Sink;
  texts: Sink;
}

/** One for each part, in their order. */
export const sinksOf = <T extends Sink>(make: (part: keyof Sinks) => T): { [part in keyof Sinks]: T } => ({
  sounds: make("sounds"),
  postings: make("postings"),
  positions: make("positions"),
  texts: make("texts"),
});

/** All that is written of where a word stands. */
export interface Runs {
  /** Where it is shown. */
  shown: Run;
  /** Passages by which it is found, where it was heard in others than it is shown in; else null. */
  found: Run | null;
}

/** Facts of passages, in their order, and the episodes they belong to. */
export interface Facts {
  /** Different words of each, as MiniSearch counts them, and all words. */
  lengths: readonly number[];
  counts: readonly number[];
  /** Whether it is an advert, or opening or closing words. */
  asides: readonly boolean[];
  episodes: { id: string; first: number; length: number }[];
}

/** For one word at a time: there are many, and each is short. */
const out = new ByteWriter();

/**
 * Writes where a word stands; gives what is put beside it in the vocabulary.
 * @param all How many passages there are.
 */
export function writeWord(
  { postings, positions }: Sinks,
  word: string,
  { shown, found }: Runs,
  all: number,
): Entry<WordEntry> {
  const [postingsAt, positionsAt] = [postings.length, positions.length];
  const isStop = isStopWord(word);
  const isApart = isStop || found !== null;
  const starts = writePostings(out, shown, all);
  const own = { bytes: out.taken(), starts };
  // A word that counts only in phrases is never ranked.
  if (found) {
    writePostings(out, found, all);
    postings.bytes(out.taken());
  } else if (!isStop) postings.bytes(own.bytes);
  writePlaces(out, shown, own, isApart);
  positions.bytes(out.taken());
  const value = {
    passages: (found ?? shown).docs.length,
    isStop,
    isApart,
    postings: [postingsAt, postings.length] as const,
    positions: [positionsAt, positions.length] as const,
  };
  return { word, value };
}

/** Writes the packed passages of an episode behind those before. */
export function writeTexts({ texts }: Sinks, packed: Uint8Array): void {
  // What was read may be part of much more, which would be held with it.
  texts.bytes(packed.slice());
}

/**
 * What stands before the parts of a segment, with their lengths and checksums. Writes the sounds, which only a search for
 * a name asks for, as a part of their own; none where the segment is only there to be merged.
 */
export function headOf(
  facts: Facts,
  entries: readonly Entry<WordEntry>[],
  sinks: Sinks,
  withSounds: boolean,
): Uint8Array<ArrayBuffer> {
  const head = new ByteWriter();
  head.number(facts.lengths.length);
  writeNumbers(head, facts.lengths);
  head.number(facts.lengths.reduce((sum, length) => sum + length, 0));
  writeNumbers(head, facts.counts);
  head.text(JSON.stringify(facts.episodes.map(({ id }) => id)));
  writeNumbers(
    head,
    facts.episodes.map(({ first }) => first),
  );
  writeNumbers(
    head,
    facts.episodes.map(({ length }) => length),
  );
  head.bytes(bitsOf(facts.asides));
  writeVocabulary(head, entries, WORD_VALUES);
  const bytes = head.done();
  const like = new ByteWriter();
  writeVocabulary(like, withSounds ? soundings(entries.map(({ word }) => word)) : [], SOUND_VALUES);
  const likeBytes = like.done();
  const { sounds, postings, positions, texts } = sinks;
  sounds.bytes(likeBytes);
  const preamble = writePreamble({
    head: bytes.length,
    sounds: sounds.length,
    postings: postings.length,
    positions: positions.length,
    texts: texts.length,
    headSum: checksum(bytes),
    soundsSum: checksum(likeBytes),
  });
  return joinedBytes([preamble, bytes]);
}

function bitsOf(flags: readonly boolean[]): Uint8Array {
  const bits = new Uint8Array(Math.ceil(flags.length / 8));
  for (const [i, flag] of flags.entries()) if (flag) bits[i >> 3]! |= 1 << (i & 7);
  return bits;
}

/** Words by the bones of their sound and the sound itself; those that have no bones sound like anything. */
function soundings(words: readonly string[]): Entry<Sounding>[] {
  const bySound = new Map<string, number[]>();
  for (const [i, word] of words.entries()) {
    const sound = toPhonemes(word);
    const bones = toPhoneticKey(sound);
    if (!bones || word.length < 2) continue;
    const key = soundKey(bones, sound);
    const list = bySound.get(key);
    if (list) list.push(i);
    else bySound.set(key, [i]);
  }
  return inOrder(bySound);
}
