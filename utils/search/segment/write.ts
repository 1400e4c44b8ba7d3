import { soundOf, bonesOf } from "../../transcript/clean/names/sound.ts";
import { isStopWord } from "../terms.ts";
import type { Passage } from "../passages.ts";
import { ByteWriter, checksum, encode, writeNumbers } from "./bytes.ts";
import { SOUND_VALUES, soundKey, WORD_VALUES, type Sounding, type WordEntry } from "./entries.ts";
import { writeVocabulary, type Entry } from "./vocabulary.ts";

/** First bytes of a segment, and the version of what follows; another version is built anew. */
export const MAGIC = 0x4b_4d_52_45;
export const VERSION = 4;
/** Bytes before the head: magic, version, lengths of the four parts, checksum of the head. */
export const PREAMBLE = 28;

/** Where one part of a segment goes, piece by piece: memory, or a file. */
export interface Sink {
  /** Bytes it was given so far. */
  readonly length: number;
  bytes(bytes: Uint8Array<ArrayBuffer>): void;
}

/** The parts behind a segment's head, in their order. */
export interface Sinks {
  postings: Sink;
  positions: Sink;
  texts: Sink;
}

/** Where a word stands. */
export interface Spots {
  /** Numbers of passages, ascending, and how often it stands in each. */
  docs: ArrayLike<number>;
  times: ArrayLike<number>;
  /** Where, counted in words of the passage, one passage after the other. */
  spots: ArrayLike<number>;
}

/** Facts of passages, in their order, and the episodes they belong to. */
export interface Facts {
  /** Different words of each, as MiniSearch counts them, and all words. */
  lengths: readonly number[];
  counts: readonly number[];
  /** Whether it is an advert, or opening or closing words. */
  asides: readonly boolean[];
  episodes: { id: string; first: number; from: number; length: number }[];
}

/** For one word at a time: there are many, and each is short. */
const out = new ByteWriter();

/**
 * Writes what is known of a word; gives what stands beside it in the vocabulary.
 * @param shown Where it can be read.
 * @param found Passages by which it is found: those where it is shown or was heard.
 */
export function writeWord(
  { postings, positions }: Sinks,
  word: string,
  shown: Spots,
  found: Omit<Spots, "spots">,
  isHeard: boolean,
): Entry<WordEntry> {
  const [postingsAt, positionsAt] = [postings.length, positions.length];
  const isStop = isStopWord(word);
  // A word that counts only in phrases is never ranked.
  if (!isStop) {
    writePostings(out, found);
    postings.bytes(out.taken());
  }
  const isApart = isStop || isHeard;
  if (isApart) {
    out.number(shown.docs.length);
    writePostings(out, shown);
  }
  writeSpots(out, shown);
  positions.bytes(out.taken());
  const value = {
    passages: found.docs.length,
    isStop,
    isApart,
    postings: [postingsAt, postings.length] as const,
    positions: [positionsAt, positions.length] as const,
  };
  return { word, value };
}

/** The passages of an episode as they lie in a segment. */
export const packTexts = (passages: readonly Passage[]): Uint8Array<ArrayBuffer> =>
  encode(JSON.stringify(passages));

/** Writes the packed passages of an episode; gives where they lie. */
export function writeTexts({ texts }: Sinks, packed: Uint8Array): { from: number; length: number } {
  const from = texts.length;
  // What was read may be part of much more, which would be held with it.
  texts.bytes(packed.slice());
  return { from, length: packed.length };
}

/** What stands before the parts of a segment, with their lengths and a checksum. */
export function headOf(
  facts: Facts,
  entries: readonly Entry<WordEntry>[],
  sinks: Sinks,
): Uint8Array<ArrayBuffer> {
  const head = new ByteWriter();
  head.number(facts.lengths.length);
  writeNumbers(head, facts.lengths);
  head.number(facts.lengths.reduce((sum, length) => sum + length, 0));
  writeNumbers(head, facts.counts);
  head.number(facts.episodes.length);
  for (const { id, first, from, length } of facts.episodes) {
    head.text(id);
    head.number(first);
    head.number(from);
    head.number(length);
  }
  head.bytes(bitsOf(facts.asides));
  writeVocabulary(head, entries, WORD_VALUES);
  writeVocabulary(head, soundings(entries.map(({ word }) => word)), SOUND_VALUES);
  const bytes = head.done();
  const { postings, positions, texts } = sinks;
  const lengths = [bytes, postings, positions, texts].map(({ length }) => length);
  const preamble = new Uint32Array([MAGIC, VERSION, ...lengths, checksum(bytes)]);
  const whole = new Uint8Array(PREAMBLE + bytes.length);
  const view = new DataView(whole.buffer);
  for (const [i, value] of preamble.entries()) view.setUint32(i * 4, value, true);
  whole.set(bytes, PREAMBLE);
  return whole;
}

function bitsOf(flags: readonly boolean[]): Uint8Array {
  const bits = new Uint8Array(Math.ceil(flags.length / 8));
  for (const [i, flag] of flags.entries()) if (flag) bits[i >> 3]! |= 1 << (i & 7);
  return bits;
}

function writePostings(to: ByteWriter, { docs, times }: Omit<Spots, "spots">): void {
  let last = -1;
  for (let i = 0; i < docs.length; i++) {
    const more = docs[i]! - last - 1;
    last = docs[i]!;
    to.number(more * 2 + (times[i]! > 1 ? 1 : 0));
    if (times[i]! > 1) to.number(times[i]!);
  }
}

/** Inside a passage nearly every place is one byte. */
function writeSpots(to: ByteWriter, { times, spots }: Spots): void {
  let at = 0;
  for (let i = 0; i < times.length; i++)
    for (let k = 0; k < times[i]!; k++, at++) to.number(spots[at]! - (k ? spots[at - 1]! : 0));
}

/** Words by the bones of their sound and the sound itself; those that have no bones sound like anything. */
function soundings(words: readonly string[]): Entry<Sounding>[] {
  const bySound = new Map<string, number[]>();
  for (const [i, word] of words.entries()) {
    const sound = soundOf(word);
    const bones = bonesOf(sound);
    if (!bones || word.length < 2) continue;
    const key = soundKey(bones, sound);
    const list = bySound.get(key);
    if (list) list.push(i);
    else bySound.set(key, [i]);
  }
  return [...bySound].map(([word, value]) => ({ word, value }));
}
