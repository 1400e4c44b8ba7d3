import type { Passage } from "../passages.ts";
import { ByteReader, checksum, decode } from "./bytes.ts";
import { SOUND_VALUES, WORD_VALUES, type Sounding, type WordEntry } from "./entries.ts";
import { MAGIC, PREAMBLE, VERSION } from "./pack.ts";
import { Vocabulary } from "./vocabulary.ts";

/** Reads bytes of a packed segment, wherever it lies. */
export type ReadBytes = (from: number, to: number) => Promise<Uint8Array>;

/** An episode in a segment. */
export interface PackedEpisode {
  id: string;
  /** Number of its first passage. */
  first: number;
}

/** Passages in which a word stands, ascending, and how often. */
export interface Postings {
  docs: Uint32Array;
  times: Uint32Array;
}

/** A packed segment that is ready to be asked. Passages and episodes go by their numbers in it. */
export interface Segment {
  passages: number;
  /** Different words of each passage, as MiniSearch counts them, and their mean. */
  lengths: Uint32Array;
  meanLength: number;
  /** Words of its episode before each passage. */
  wordsBefore: Uint32Array;
  episodes: PackedEpisode[];
  /** Whether a passage is an advert, or opening or closing words. */
  asides: Uint8Array;
  words: Vocabulary<WordEntry>;
  sounds: Vocabulary<Sounding>;
  postings(entry: WordEntry): Promise<Postings>;
  /** By episode, where a word stands in it, counted in words. */
  places(entry: WordEntry): Promise<Map<number, Uint32Array>>;
  /** The passages of an episode. */
  texts(episode: number): Promise<Passage[]>;
}

/** Episodes whose texts are kept once they were read. */
const MOST_TEXTS = 50;

/** Opens a segment; null when it is broken or of another version, and has to be built anew. */
export async function openSegment(read: ReadBytes): Promise<Segment | null> {
  const preamble = await read(0, PREAMBLE);
  if (preamble.length < PREAMBLE) return null;
  const view = new DataView(preamble.buffer, preamble.byteOffset);
  const [magic, version, headLength, ...rest] = Array.from({ length: 7 }, (_, i) =>
    view.getUint32(i * 4, true),
  );
  const [postingsLength, positionsLength, , sum] = rest as [number, number, number, number];
  if (magic !== MAGIC || version !== VERSION) return null;
  const head = await read(PREAMBLE, PREAMBLE + headLength!);
  if (head.length !== headLength || checksum(head) !== sum) return null;
  const postingsAt = PREAMBLE + headLength;
  const positionsAt = postingsAt + postingsLength;
  const textsAt = positionsAt + positionsLength;

  const reader = new ByteReader(head);
  const passages = reader.number();
  const lengths = Uint32Array.from({ length: passages }, () => reader.number());
  const counts = Uint32Array.from({ length: passages }, () => reader.number());
  const blocks: [from: number, to: number][] = [];
  const episodes = Array.from({ length: reader.number() }, (): PackedEpisode => {
    const [id, first, from, length] = [reader.text(), reader.number(), reader.number(), reader.number()];
    blocks.push([textsAt + from, textsAt + from + length]);
    return { id, first };
  });
  const wordsBefore = new Uint32Array(passages);
  const starts = new Set(episodes.map(({ first }) => first));
  for (let doc = 1; doc < passages; doc++)
    wordsBefore[doc] = starts.has(doc) ? 0 : wordsBefore[doc - 1]! + counts[doc - 1]!;
  const asides = Uint8Array.from({ length: passages }, () => reader.number());
  const kept = new Map<number, Promise<Passage[]>>();
  return {
    passages,
    lengths,
    meanLength: lengths.reduce((all, length) => all + length, 0) / Math.max(1, passages),
    wordsBefore,
    episodes,
    asides,
    words: new Vocabulary(reader, WORD_VALUES),
    sounds: new Vocabulary(reader, SOUND_VALUES),
    async postings({ passages: count, postings: [from, to] }) {
      return postingsIn(await read(postingsAt + from, postingsAt + to), count);
    },
    async places({ positions: [from, to] }) {
      return placesIn(await read(positionsAt + from, positionsAt + to));
    },
    texts(episode) {
      let texts = kept.get(episode);
      if (!texts) {
        if (kept.size >= MOST_TEXTS) kept.delete(kept.keys().next().value!);
        texts = read(...blocks[episode]!).then((bytes) => JSON.parse(decode(bytes)) as Passage[]);
        kept.set(episode, texts);
      }
      return texts;
    },
  };
}

function postingsIn(bytes: Uint8Array, count: number): Postings {
  const reader = new ByteReader(bytes);
  const [docs, times] = [new Uint32Array(count), new Uint32Array(count)];
  let doc = -1;
  for (let i = 0; i < count; i++) {
    const first = reader.number();
    docs[i] = doc += 1 + Math.floor(first / 2);
    times[i] = first % 2 ? reader.number() : 1;
  }
  return { docs, times };
}

function placesIn(bytes: Uint8Array): Map<number, Uint32Array> {
  const reader = new ByteReader(bytes);
  const places = new Map<number, Uint32Array>();
  let episode = 0;
  for (let left = reader.number(); left > 0; left--) {
    episode += reader.number();
    let place = 0;
    places.set(
      episode,
      Uint32Array.from({ length: reader.number() }, () => (place += reader.number())),
    );
  }
  return places;
}

/** The episode that a passage belongs to. */
export function episodeOf({ episodes }: Segment, doc: number): number {
  let low = 0;
  let high = episodes.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (episodes[middle]!.first <= doc) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The passage in which a word of an episode stands, by its place in that episode. */
export function passageAt(
  { episodes, wordsBefore, passages }: Segment,
  episode: number,
  place: number,
): number {
  let low = episodes[episode]!.first;
  let high = (episodes[episode + 1]?.first ?? passages) - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (wordsBefore[middle]! <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}
