import type { Passage } from "../../text/passages.ts";
import { ByteReader, type NumberArray, type ReadBytes } from "../format/bytes.ts";
import { SOUND_WORDS_CODEC, toSoundKey, type WordEntry, type WordStats } from "../format/word-entry.ts";
import { coalesceReads } from "./coalesce-reads.ts";
import { readHead, type PackedEpisode } from "../format/segment-head.ts";
import { computeChecksum } from "../format/checksum.ts";
import { createLazy } from "../../../shared/create-lazy.ts";
import {
  readPositionsLayout,
  findPassage,
  filterPositions,
  readPositionalPostings,
  type PositionsLayout,
} from "../format/positions.ts";
import { PREAMBLE_BYTES, readPreamble } from "../format/preamble.ts";
import { LruCache } from "../../../shared/lru-cache.ts";
import { decodePositions, readPostings, type Postings } from "../format/postings.ts";
import { unpackPassage } from "../format/packed-passages.ts";
import type { WordPostings } from "../write/segment-writer.ts";
import { PackedVocabulary, type WordLookup } from "../format/packed-vocabulary.ts";

/** Words by how they sound. */
export interface SoundIndex {
  /** Sounds that have the same bones, each once. */
  findSounds(bones: string): readonly string[];
  /** Words of one of them. */
  findWords(bones: string, sound: string): readonly string[];
}

/** A segment, or several as one, that is ready to be asked. Passages and episodes go by their numbers in it. */
export interface Segment<Word extends WordStats = WordStats> {
  passageCount: number;
  /** Different words of each passage, as MiniSearch counts them, and their mean. */
  lengths: NumberArray;
  meanLength: number;
  /**
   * Words before each passage, of all episodes, and behind the last one. Between two episodes a place is left free, so
   * that no phrase runs from one into the next.
   */
  readonly wordsBefore: Uint32Array;
  episodes: PackedEpisode[];
  /** Whether a passage is an advert, or opening or closing words. */
  isBoilerplate: (doc: number) => boolean;
  words: WordLookup<Word>;
  /** Its words by how they sound; throws where these turn out to be broken. */
  loadSounds(): Promise<SoundIndex>;
  readPostings(entry: Word): Promise<Postings>;
  /** Where a word stands, counted in words as in `wordsBefore`, ascending. */
  readPositions(entry: Word): Promise<Uint32Array>;
  /** Those of some places, ascending, at which a word stands: quicker where they are few. */
  filterPositions(entry: Word, places: Uint32Array): Promise<Uint32Array>;
  /** Where a word stands, as it is written. */
  readWordPostings(entry: Word): Promise<WordPostings>;
  /** A passage; throws where it turns out to be broken. */
  readPassage(doc: number): Promise<Passage>;
  /** The passages of an episode as they lie there. */
  readPackedPassages(episode: number): Promise<Uint8Array>;
  /** How many bytes they are. */
  getPackedLength(episode: number): number;
  /** Reads in one go what queries ask for again and again, if it is not too much: for when there is nothing else to do. */
  warm(): Promise<void>;
}

/** What is kept once it was read, in bytes: texts, and places of words, which a search by sound asks for again and again. */
const CACHE_BYTES = { texts: 4_000_000, places: 8_000_000 };
/** Most bytes that are kept so that no query waits for them. */
const MAX_WARM_BYTES = 24_000_000;

/** Opens a segment; null when it is broken or of another version, and has to be built anew. */
export async function openSegment(
  readAlone: ReadBytes,
  { texts: mostTexts, places: mostPlaces } = CACHE_BYTES,
): Promise<Segment<WordEntry> | null> {
  const read = coalesceReads(readAlone);
  const sizes = readPreamble(await read(0, PREAMBLE_BYTES));
  if (!sizes) return null;
  const soundsAt = PREAMBLE_BYTES + sizes.head;
  const head = await read(PREAMBLE_BYTES, soundsAt);
  if (head.length !== sizes.head || computeChecksum(head) !== sizes.headSum) return null;
  const {
    passageCount: passages,
    lengths,
    totalLength: allLengths,
    wordCounts: counts,
    episodes,
    textLengths,
    boilerplateBits: asides,
    words,
  } = readHead(head);
  const postingsAt = soundsAt + sizes.sounds;
  const positionsAt = postingsAt + sizes.postings;
  const textsAt = positionsAt + sizes.positions;

  /** Postings and positions, once they were read in one go. */
  let near: Uint8Array | null = null;
  const readNear: ReadBytes = async (from, to) =>
    near?.subarray(from - postingsAt, to - postingsAt) ?? read(from, to);
  const postingsOf = async ({ passageCount: count, postings: [from, to] }: WordEntry) =>
    readPostings(await readNear(postingsAt + from, postingsAt + to), { count, passageCount: passages });
  const layOut = (entry: WordEntry): Promise<PositionsLayout> => {
    const { postings, positions } = entry;
    return readPositionsLayout(
      entry,
      {
        all: passages,
        postings: [postingsAt + postings[0], postingsAt + postings[1]],
        positions: [positionsAt + positions[0], positionsAt + positions[1]],
      },
      readNear,
    );
  };
  /** Many queries ask for no places, and most for no sounds. */
  const wordsBefore = createLazy(() => sumWordCounts(counts, episodes));
  const sounds = createLazy(async (): Promise<SoundIndex> => {
    const like = await read(soundsAt, postingsAt);
    if (computeChecksum(like) !== sizes.soundsSum)
      throw new Error("The sounds of a search index are broken.");
    const byBones = new PackedVocabulary(new ByteReader(like), SOUND_WORDS_CODEC);
    return {
      findSounds: (bones) => byBones.listEndings(toSoundKey(bones)),
      findWords: (bones, sound) =>
        (byBones.get(toSoundKey(bones, sound)) ?? []).map((number) => words.getWord(number)),
    };
  });
  const textEnds = createLazy(() => computeEnds(textLengths, textsAt));
  const textsOf = (episode: number) => read(textEnds()[episode - 1] ?? textsAt, textEnds()[episode]!);
  const texts = new LruCache<Uint8Array>(mostTexts, ({ byteLength }) => byteLength);
  const placed = new LruCache<Uint32Array>(mostPlaces, ({ byteLength }) => byteLength);
  return {
    passageCount: passages,
    lengths,
    meanLength: allLengths / Math.max(1, passages),
    get wordsBefore() {
      return wordsBefore();
    },
    episodes,
    isBoilerplate: (doc) => (asides[doc >> 3]! & (1 << (doc & 7))) > 0,
    words,
    loadSounds: sounds,
    readPostings: postingsOf,
    readPositions: (entry) =>
      placed.get(entry.positions[0], async () =>
        decodePositions(await readPositionalPostings(await layOut(entry)), wordsBefore()),
      ),
    filterPositions: async (entry, places) => filterPositions(await layOut(entry), places, wordsBefore()),
    async readWordPostings(entry) {
      const isHeard = entry.hasOwnPassages && !entry.isStop;
      const [shown, found] = await Promise.all([
        layOut(entry).then(readPositionalPostings),
        isHeard ? postingsOf(entry) : null,
      ]);
      return { shown, found: found && { ...found, positions: new Uint8Array() } };
    },
    async warm() {
      await sounds();
      if (textsAt - postingsAt <= MAX_WARM_BYTES) near ??= await read(postingsAt, textsAt);
    },
    readPackedPassages: textsOf,
    getPackedLength: (episode) => textLengths[episode]!,
    async readPassage(doc) {
      const episode = findEpisode({ episodes }, doc);
      const { first } = episodes[episode]!;
      // What is read may be part of much more, which would be held with it.
      const packed = await texts.get(episode, async () => (await textsOf(episode)).slice());
      return unpackPassage(
        packed,
        getEpisodeEnd({ episodes, passageCount: passages }, episode) - first,
        doc - first,
      );
    },
  };
}

/** Where things of some lengths end that lie one behind the other, from a place on. */
function computeEnds(lengths: NumberArray, from: number): Float64Array {
  const ends = new Float64Array(lengths.length);
  let end = from;
  for (let i = 0; i < lengths.length; i++) ends[i] = end += lengths[i]!;
  return ends;
}

function sumWordCounts(counts: NumberArray, episodes: readonly PackedEpisode[]): Uint32Array {
  const sums = new Uint32Array(counts.length + 1);
  let next = 1;
  for (let doc = 0, words = 0; doc < counts.length; doc++) {
    sums[doc] = words;
    words += counts[doc]!;
    if (doc + 1 === (episodes[next]?.first ?? counts.length)) {
      next++;
      words++;
    }
    sums[doc + 1] = words;
  }
  return sums;
}

/** The episode that a passage belongs to. */
export function findEpisode({ episodes }: Pick<Segment, "episodes">, doc: number): number {
  let low = 0;
  let high = episodes.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (episodes[middle]!.first <= doc) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The number behind that of an episode's last passage. */
export const getEpisodeEnd = (
  { episodes, passageCount: passages }: Pick<Segment, "episodes" | "passageCount">,
  episode: number,
): number => episodes[episode + 1]?.first ?? passages;

/** The passage in which a word stands, by its place. */
export const locatePassage = ({ wordsBefore }: Segment, place: number): number =>
  findPassage(wordsBefore, 0, place);
