import type { Passage } from "../../text/passages.ts";
import { ByteReader, type NumberArray, type ReadBytes } from "../format/bytes.ts";
import { SOUND_WORDS_CODEC, toSoundKey, type WordEntry, type WordStats } from "../format/word-entry.ts";
import { coalesceReads } from "./coalesce-reads.ts";
import { readHead, type PackedEpisode } from "../format/segment-head.ts";
import { computeChecksum } from "../format/checksum.ts";
import { createLazy } from "../../../shared/create-lazy.ts";
import { findLowestIndex } from "../../../shared/binary-search.ts";
import { LruCache } from "../../../shared/lru-cache.ts";
import {
  readPositionsLayout,
  findPassage,
  filterPositions,
  readPositionalPostings,
  type PositionsLayout,
} from "../format/positions.ts";
import { PREAMBLE_BYTES, readPreamble } from "../format/preamble.ts";
import { decodePositions, type Postings, type WordPostings } from "../format/postings.ts";
import { readPostings } from "../format/postings-codec.ts";
import { unpackPassage } from "../format/packed-passages.ts";
import { PackedVocabulary, type WordLookup } from "../format/packed-vocabulary.ts";

/** Words by their pronunciation. */
export interface SoundIndex {
  /** Distinct sounds with a phonetic key. */
  findSounds(phoneticKey: string): readonly string[];
  /** Words with one of these sounds. */
  findWords(phoneticKey: string, sound: string): readonly string[];
}

/** An open index, or several as one. Passages and episodes go by their numbers in it. */
export interface Segment<Word extends WordStats = WordStats> {
  passageCount: number;
  /** Distinct words of each passage, which is MiniSearch's field length, and their mean. */
  lengths: NumberArray;
  meanLength: number;
  /**
   * Number of words before each passage, and before the end. One number between two episodes is unused, so that no
   * phrase runs from one into the next.
   */
  readonly wordsBefore: Uint32Array;
  episodes: PackedEpisode[];
  /** True for an ad, an intro or an outro. */
  isBoilerplate: (doc: number) => boolean;
  words: WordLookup<Word>;
  /** Rejects if the sounds are damaged. */
  loadSounds(): Promise<SoundIndex>;
  readPostings(entry: Word): Promise<Postings>;
  /** All positions of a word, ascending. A position is a word index counted as in `wordsBefore`. */
  readPositions(entry: Word): Promise<Uint32Array>;
  /** The candidates, ascending, at which a word occurs. Faster than `readPositions` for few candidates. */
  filterPositions(entry: Word, candidates: Uint32Array): Promise<Uint32Array>;
  /** Everything stored about a word; merging copies it. */
  readWordPostings(entry: Word): Promise<WordPostings>;
  /** Rejects if the passage is damaged. */
  readPassage(doc: number): Promise<Passage>;
  /** The packed passages of an episode, and their length in bytes; merging copies them. */
  readPackedPassages(episode: number): Promise<Uint8Array>;
  getPackedLength(episode: number): number;
  /** Preloads what queries often read, unless it is too large. Call it in idle time. */
  warm(): Promise<void>;
}

/** Cache sizes in bytes. Searches by sound ask for the positions of the same words again and again. */
const CACHE_BYTES = { texts: 4_000_000, positions: 8_000_000 };
/** Largest postings and positions that `warm` keeps in memory. */
const MAX_WARM_BYTES = 24_000_000;

/**
 * Opens a packed index. Reads the head and leaves the rest in place.
 * @returns Null if the index is damaged or of another version; it has to be rebuilt.
 */
export async function openSegment(
  readSource: ReadBytes,
  cacheBytes = CACHE_BYTES,
): Promise<Segment<WordEntry> | null> {
  const read = coalesceReads(readSource);
  const preamble = readPreamble(await read(0, PREAMBLE_BYTES));
  if (!preamble) return null;
  const soundsStart = PREAMBLE_BYTES + preamble.head;
  const headBytes = await read(PREAMBLE_BYTES, soundsStart);
  if (headBytes.length !== preamble.head || computeChecksum(headBytes) !== preamble.headSum) return null;
  const { passageCount, episodes, words, ...head } = readHead(headBytes);
  const postingsStart = soundsStart + preamble.sounds;
  const positionsStart = postingsStart + preamble.postings;
  const textsStart = positionsStart + preamble.positions;

  /** Postings and positions, once `warm` has read them. */
  let warmBytes: Uint8Array | null = null;
  const readWarm: ReadBytes = async (from, to) =>
    warmBytes?.subarray(from - postingsStart, to - postingsStart) ?? read(from, to);
  const readWordPassages = async ({ passageCount: count, postings: [from, to] }: WordEntry) =>
    readPostings(await readWarm(postingsStart + from, postingsStart + to), { count, passageCount });
  const readLayout = (entry: WordEntry): Promise<PositionsLayout> =>
    readPositionsLayout(
      entry,
      {
        passageCount,
        postings: [postingsStart + entry.postings[0], postingsStart + entry.postings[1]],
        positions: [positionsStart + entry.positions[0], positionsStart + entry.positions[1]],
      },
      readWarm,
    );
  // Many queries need no positions, and most no sounds.
  const getWordsBefore = createLazy(() => sumWordCounts(head.wordCounts, episodes));
  const loadSounds = createLazy(async (): Promise<SoundIndex> => {
    const soundBytes = await read(soundsStart, postingsStart);
    if (computeChecksum(soundBytes) !== preamble.soundsSum)
      throw new Error("The sounds of a search index are broken.");
    const sounds = new PackedVocabulary(new ByteReader(soundBytes), SOUND_WORDS_CODEC);
    return {
      findSounds: (phoneticKey) => sounds.listEndings(toSoundKey(phoneticKey)),
      findWords: (phoneticKey, sound) =>
        (sounds.get(toSoundKey(phoneticKey, sound)) ?? []).map((index) => words.getWord(index)),
    };
  });
  const getTextEnds = createLazy(() => computeEnds(head.textLengths, textsStart));
  const readPackedPassages = (episode: number) =>
    read(getTextEnds()[episode - 1] ?? textsStart, getTextEnds()[episode]!);
  const textCache = new LruCache<Uint8Array>(cacheBytes.texts, ({ byteLength }) => byteLength);
  const positionCache = new LruCache<Uint32Array>(cacheBytes.positions, ({ byteLength }) => byteLength);
  return {
    passageCount,
    lengths: head.lengths,
    meanLength: head.totalLength / Math.max(1, passageCount),
    get wordsBefore() {
      return getWordsBefore();
    },
    episodes,
    isBoilerplate: (doc) => (head.boilerplateBits[doc >> 3]! & (1 << (doc & 7))) > 0,
    words,
    loadSounds,
    readPostings: readWordPassages,
    readPositions: (entry) =>
      positionCache.get(entry.positions[0], async () =>
        decodePositions(await readPositionalPostings(await readLayout(entry)), getWordsBefore()),
      ),
    filterPositions: async (entry, candidates) =>
      filterPositions(await readLayout(entry), candidates, getWordsBefore()),
    async readWordPostings(entry) {
      const isHeard = entry.hasOwnPassages && !entry.isStop;
      const [shown, found] = await Promise.all([
        readLayout(entry).then(readPositionalPostings),
        isHeard ? readWordPassages(entry) : null,
      ]);
      return { shown, found: found && { ...found, positions: new Uint8Array() } };
    },
    async warm() {
      await loadSounds();
      if (textsStart - postingsStart <= MAX_WARM_BYTES) warmBytes ??= await read(postingsStart, textsStart);
    },
    readPackedPassages,
    getPackedLength: (episode) => head.textLengths[episode]!,
    async readPassage(doc) {
      const episode = findEpisode({ episodes }, doc);
      const { first } = episodes[episode]!;
      // A copy, because the bytes may be a view of a much larger read that would stay in memory with it.
      const packed = await textCache.get(episode, async () => (await readPackedPassages(episode)).slice());
      return unpackPassage(packed, getEpisodeEnd({ episodes, passageCount }, episode) - first, doc - first);
    },
  };
}

/** End offsets of consecutive ranges. Floats, because a file may exceed 4 GB. */
function computeEnds(lengths: NumberArray, start: number): Float64Array {
  const ends = new Float64Array(lengths.length);
  let end = start;
  for (let i = 0; i < lengths.length; i++) ends[i] = end += lengths[i]!;
  return ends;
}

function sumWordCounts(counts: NumberArray, episodes: readonly PackedEpisode[]): Uint32Array {
  const wordsBefore = new Uint32Array(counts.length + 1);
  let nextEpisode = 1;
  for (let doc = 0, words = 0; doc < counts.length; doc++) {
    wordsBefore[doc] = words;
    words += counts[doc]!;
    if (doc + 1 === (episodes[nextEpisode]?.first ?? counts.length)) {
      nextEpisode++;
      words++;
    }
    wordsBefore[doc + 1] = words;
  }
  return wordsBefore;
}

/** The episode of a passage. */
export const findEpisode = ({ episodes }: Pick<Segment, "episodes">, doc: number): number =>
  Math.max(0, findLowestIndex(episodes.length, (i) => episodes[i]!.first > doc) - 1);

/** The number after an episode's last passage. */
export const getEpisodeEnd = (
  { episodes, passageCount }: Pick<Segment, "episodes" | "passageCount">,
  episode: number,
): number => episodes[episode + 1]?.first ?? passageCount;

/** The passage of a position. */
export const locatePassage = ({ wordsBefore }: Segment, position: number): number =>
  findPassage(wordsBefore, 0, position);
