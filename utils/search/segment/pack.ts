import { soundOf, bonesOf } from "../../transcript/clean/names/sound.ts";
import { foldTerm, isStopWord, TERM } from "../terms.ts";
import type { Passage } from "../passages.ts";
import { ByteWriter, checksum, encode, writeNumbers } from "./bytes.ts";
import { SOUND_VALUES, WORD_VALUES, type Sounding, type WordEntry } from "./entries.ts";
import { inOrder, LONGEST_WORD, writeVocabulary, type Entry } from "./vocabulary.ts";

/** First bytes of a segment, and the version of what follows; another version is built anew. */
export const MAGIC = 0x4b_4d_52_45;
export const VERSION = 2;
/** Bytes before the head: magic, version, lengths of the four parts, checksum of the head. */
export const PREAMBLE = 28;

/** Letters a name has at least that is searched by its sound. */
export const SOUND_LETTERS = 4;

interface Word {
  /** Passages in which it is shown, ascending, and how often. */
  docs: number[];
  times: number[];
  /** Where, counted in words of the passage, one passage after the other. */
  spots: number[];
}

/**
 * Packs passages (of one episode next to each other, in order) into one segment: a head with the passages' lengths and
 * the vocabularies, and behind it postings, positions and texts, which are read by slices.
 */
export function packSegment(passages: readonly Passage[]): Uint8Array<ArrayBuffer> {
  const words = new Map<string, Word>();
  /** Words that were heard and are shown otherwise; they are found, too, but count in no phrase. */
  const heard = new Map<string, Word>();
  const lengths: number[] = [];
  const tokenCounts: number[] = [];
  const episodes: { id: string; first: number; passages: Passage[] }[] = [];
  for (const [doc, passage] of passages.entries()) {
    if (episodes.at(-1)?.id !== passage.episode)
      episodes.push({ id: passage.episode, first: doc, passages: [] });
    episodes.at(-1)!.passages.push(passage);
    const raw = passage.text.match(TERM) ?? [];
    lengths.push(new Set(raw).size);
    tokenCounts.push(raw.length);
    for (const [spot, term] of raw.map(foldTerm).entries()) add(words, term, doc, spot);
    for (const term of heardIn(passage)) add(heard, term, doc, 0);
  }
  const parts = [new ByteWriter(), new ByteWriter(), new ByteWriter()] as const;
  const [postings, positions, texts] = parts;
  const all = new Map([...[...heard.keys()].map((word) => [word, NOWHERE] as const), ...words]);
  const entries = inOrder([...all]).map(([word, shown]): Entry<WordEntry> => {
    const [postingsAt, positionsAt] = [postings.length, positions.length];
    const isStop = isStopWord(word);
    const other = heard.get(word);
    const found = other ? together(shown, other) : shown;
    // A word that counts only in phrases is never ranked.
    if (!isStop) writePostings(postings, found);
    const isApart = isStop || other !== undefined;
    if (isApart) {
      positions.number(shown.docs.length);
      writePostings(positions, shown);
    }
    writeSpots(positions, shown);
    const value = {
      passages: found.docs.length,
      isStop,
      isApart,
      postings: [postingsAt, postings.length] as const,
      positions: [positionsAt, positions.length] as const,
    };
    return { word, value };
  });
  const head = new ByteWriter();
  head.number(passages.length);
  writeNumbers(head, lengths);
  writeNumbers(head, tokenCounts);
  head.number(episodes.length);
  for (const { id, first, passages: own } of episodes) {
    head.text(id);
    head.number(first);
    const block = encode(JSON.stringify(own));
    head.number(texts.length);
    head.number(block.length);
    texts.bytes(block);
  }
  head.bytes(Uint8Array.from(passages, ({ aside }) => (aside ? 1 : 0)));
  writeVocabulary(head, entries, WORD_VALUES);
  writeVocabulary(head, soundings([...all.keys()]), SOUND_VALUES);
  return file(
    head.done(),
    parts.map((part) => part.done()),
  );
}

/** Every word by which a passage is found, once. */
export const termsOf = (passage: Passage): Set<string> =>
  new Set([...(passage.text.match(TERM) ?? []).map(foldTerm), ...heardIn(passage)].filter(isKept));

/** A word that is longer stands in no vocabulary. */
const isKept = (term: string): boolean => term.length <= LONGEST_WORD / 3;

const NOWHERE: Word = { docs: [], times: [], spots: [] };

function add(words: Map<string, Word>, term: string, doc: number, spot: number): void {
  if (!isKept(term)) return;
  let word = words.get(term);
  if (!word) words.set(term, (word = { docs: [], times: [], spots: [] }));
  if (word.docs.at(-1) === doc) word.times[word.times.length - 1]!++;
  else {
    word.docs.push(doc);
    word.times.push(1);
  }
  word.spots.push(spot);
}

const heardIn = ({ heard = [] }: Passage): string[] =>
  heard.flatMap(([, , words]) => (words.match(TERM) ?? []).map(foldTerm)).filter((term) => !isStopWord(term));

/** Passages in which a word is shown or was heard. */
function together(shown: Word, heard: Word): Word {
  const times = new Map<number, number>();
  for (const { docs, times: often } of [shown, heard])
    for (const [i, doc] of docs.entries()) times.set(doc, (times.get(doc) ?? 0) + often[i]!);
  const docs = [...times.keys()].toSorted((a, b) => a - b);
  return { docs, times: docs.map((doc) => times.get(doc)!), spots: [] };
}

function writePostings(out: ByteWriter, { docs, times }: Word): void {
  for (const [i, doc] of docs.entries()) {
    const more = doc - (docs[i - 1] ?? -1) - 1;
    out.number(more * 2 + (times[i]! > 1 ? 1 : 0));
    if (times[i]! > 1) out.number(times[i]!);
  }
}

/** Inside a passage nearly every place is one byte. */
function writeSpots(out: ByteWriter, { times, spots }: Word): void {
  let at = 0;
  for (const often of times) {
    for (let k = 0; k < often; k++) out.number(spots[at + k]! - (k ? spots[at + k - 1]! : 0));
    at += often;
  }
}

/** Words by the bones of their sound; those that have none sound like anything. */
function soundings(words: readonly string[]): Entry<Sounding>[] {
  const byBones = new Map<string, string[]>();
  for (const word of words) {
    const bones = bonesOf(soundOf(word));
    if (!bones || word.length < 2) continue;
    const list = byBones.get(bones);
    if (list) list.push(word);
    else byBones.set(bones, [word]);
  }
  return [...byBones].map(([word, value]) => ({ word, value }));
}

function file(head: Uint8Array, parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = [head, ...parts];
  const bytes = new Uint8Array(PREAMBLE + all.reduce((sum, { length }) => sum + length, 0));
  const view = new DataView(bytes.buffer);
  for (const [i, value] of [MAGIC, VERSION, ...all.map(({ length }) => length), checksum(head)].entries())
    view.setUint32(i * 4, value, true);
  let at = PREAMBLE;
  for (const part of all) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
