import { soundOf, bonesOf } from "../../transcript/clean/names/sound.ts";
import { foldTerm, isStopWord, TERM } from "../terms.ts";
import type { Passage } from "../passages.ts";
import { ByteWriter, checksum, encode } from "./bytes.ts";
import { SOUND_VALUES, WORD_VALUES, type Sounding, type WordEntry } from "./entries.ts";
import { inOrder, LONGEST_WORD, writeVocabulary, type Entry } from "./vocabulary.ts";

/** First bytes of a segment, and the version of what follows; another version is built anew. */
export const MAGIC = 0x4b_4d_52_45;
export const VERSION = 1;
/** Bytes before the head: magic, version, lengths of the four parts, checksum of the head. */
export const PREAMBLE = 28;

/** Letters a name has at least that is searched by its sound. */
export const SOUND_LETTERS = 4;

interface Word {
  docs: number[];
  times: number[];
  /** By episode, in order: where the word stands in it, counted in words. */
  places: Map<number, number[]>;
}

/**
 * Packs passages (of one episode next to each other, in order) into one segment: a head with the passages' lengths and
 * the vocabularies, and behind it postings, positions and texts, which are read by slices.
 */
export function packSegment(passages: readonly Passage[]): Uint8Array<ArrayBuffer> {
  const words = new Map<string, Word>();
  const lengths: number[] = [];
  const tokenCounts: number[] = [];
  const episodes: { id: string; first: number; passages: Passage[] }[] = [];
  let place = 0;
  for (const [doc, passage] of passages.entries()) {
    if (episodes.at(-1)?.id !== passage.episode) {
      episodes.push({ id: passage.episode, first: doc, passages: [] });
      place = 0;
    }
    episodes.at(-1)!.passages.push(passage);
    const raw = passage.text.match(TERM) ?? [];
    lengths.push(new Set(raw).size);
    tokenCounts.push(raw.length);
    const row = raw.map(foldTerm);
    for (const term of row) add(words, term, doc, episodes.length - 1, place++);
    for (const term of heardIn(passage)) add(words, term, doc, null, 0);
  }
  const parts = [new ByteWriter(), new ByteWriter(), new ByteWriter()] as const;
  const [postings, positions, texts] = parts;
  const entries = inOrder([...words]).map(([word, of]): Entry<WordEntry> => {
    const [postingsAt, positionsAt] = [postings.length, positions.length];
    writePostings(postings, of.docs, of.times);
    writePlaces(positions, of.places);
    const value = {
      passages: of.docs.length,
      isStop: isStopWord(word),
      postings: [postingsAt, postings.length] as const,
      positions: [positionsAt, positions.length] as const,
    };
    return { word, value };
  });
  const head = new ByteWriter();
  head.number(passages.length);
  for (const length of lengths) head.number(length);
  for (const count of tokenCounts) head.number(count);
  head.number(episodes.length);
  for (const { id, first, passages: own } of episodes) {
    head.text(id);
    head.number(first);
    const block = encode(JSON.stringify(own));
    head.number(texts.length);
    head.number(block.length);
    texts.bytes(block);
  }
  for (const passage of passages) head.number(passage.aside ? 1 : 0);
  writeVocabulary(head, entries, WORD_VALUES);
  writeVocabulary(head, soundings(words), SOUND_VALUES);
  return file(
    head.done(),
    parts.map((part) => part.done()),
  );
}

function add(
  words: Map<string, Word>,
  term: string,
  doc: number,
  episode: number | null,
  place: number,
): void {
  if (term.length > LONGEST_WORD / 3) return;
  let word = words.get(term);
  if (!word) words.set(term, (word = { docs: [], times: [], places: new Map() }));
  if (word.docs.at(-1) === doc) word.times[word.times.length - 1]!++;
  else {
    word.docs.push(doc);
    word.times.push(1);
  }
  if (episode === null) return;
  const places = word.places.get(episode);
  if (places) places.push(place);
  else word.places.set(episode, [place]);
}

/** Words that were heard and are shown otherwise; they are found, too, but count in no phrase. */
const heardIn = ({ heard = [] }: Passage): string[] =>
  heard.flatMap(([, , words]) => (words.match(TERM) ?? []).map(foldTerm)).filter((term) => !isStopWord(term));

function writePostings(out: ByteWriter, docs: readonly number[], times: readonly number[]): void {
  for (const [i, doc] of docs.entries()) {
    const more = doc - (docs[i - 1] ?? -1) - 1;
    out.number(more * 2 + (times[i]! > 1 ? 1 : 0));
    if (times[i]! > 1) out.number(times[i]!);
  }
}

function writePlaces(out: ByteWriter, places: ReadonlyMap<number, readonly number[]>): void {
  out.number(places.size);
  let last = 0;
  for (const [episode, at] of places) {
    out.number(episode - last);
    out.number(at.length);
    for (const [i, place] of at.entries()) out.number(place - (at[i - 1] ?? 0));
    last = episode;
  }
}

/** Words by the bones of their sound; those that have none sound like anything. */
function soundings(words: ReadonlyMap<string, Word>): Entry<Sounding>[] {
  const byBones = new Map<string, string[]>();
  for (const word of words.keys()) {
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
