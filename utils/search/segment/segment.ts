import type { Passage } from "../passages.ts";
import { ByteReader, type Numbers, type ReadBytes } from "./bytes.ts";
import { SOUND_VALUES, soundKey, type WordEntry, type WordFacts } from "./entries.ts";
import { gathered } from "./gathered.ts";
import { readHead, type PackedEpisode } from "./head.ts";
import { checksum } from "./kernel/checksum.ts";
import { once } from "./once.ts";
import { laid, passageFrom, placesAmong, runOf, type Laid } from "./places.ts";
import { PREAMBLE, readPreamble } from "./preamble.ts";
import { Recent } from "./recent.ts";
import { placesIn, readPostings, type Postings } from "./runs.ts";
import { passageIn } from "./texts.ts";
import type { Runs } from "./write.ts";
import { Vocabulary, type Lookup } from "./vocabulary.ts";

/** Words by how they sound. */
export interface Sounds {
  /** Sounds that have the same bones, each once. */
  like(bones: string): readonly string[];
  /** Words of one of them. */
  wordsOf(bones: string, sound: string): readonly string[];
}

/** A segment, or several as one, that is ready to be asked. Passages and episodes go by their numbers in it. */
export interface Segment<Word extends WordFacts = WordFacts> {
  passages: number;
  /** Different words of each passage, as MiniSearch counts them, and their mean. */
  lengths: Numbers;
  meanLength: number;
  /**
   * Words before each passage, of all episodes, and behind the last one. Between two episodes a place is left free, so
   * that no phrase runs from one into the next.
   */
  readonly wordsBefore: Uint32Array;
  episodes: PackedEpisode[];
  /** Whether a passage is an advert, or opening or closing words. */
  isAside: (doc: number) => boolean;
  words: Lookup<Word>;
  /** Its words by how they sound; throws where these turn out to be broken. */
  sounds(): Promise<Sounds>;
  postings(entry: Word): Promise<Postings>;
  /** Where a word stands, counted in words as in `wordsBefore`, ascending. */
  places(entry: Word): Promise<Uint32Array>;
  /** Those of some places, ascending, at which a word stands: quicker where they are few. */
  placesAmong(entry: Word, places: Uint32Array): Promise<Uint32Array>;
  /** Where a word stands, as it is written. */
  runs(entry: Word): Promise<Runs>;
  /** A passage; throws where it turns out to be broken. */
  passage(doc: number): Promise<Passage>;
  /** The passages of an episode as they lie there. */
  packedTexts(episode: number): Promise<Uint8Array>;
  /** How many bytes they are. */
  textsLength(episode: number): number;
  /** Reads in one go what queries ask for again and again, if it is not too much: for when there is nothing else to do. */
  warm(): Promise<void>;
}

/** What is kept once it was read, in bytes: texts, and places of words, which a search by sound asks for again and again. */
const KEPT = { texts: 4_000_000, places: 8_000_000 };
/** Most bytes that are kept so that no query waits for them. */
const MOST_WARM = 24_000_000;

/** Opens a segment; null when it is broken or of another version, and has to be built anew. */
export async function openSegment(
  readAlone: ReadBytes,
  { texts: mostTexts, places: mostPlaces } = KEPT,
): Promise<Segment<WordEntry> | null> {
  const read = gathered(readAlone);
  const sizes = readPreamble(await read(0, PREAMBLE));
  if (!sizes) return null;
  const soundsAt = PREAMBLE + sizes.head;
  const head = await read(PREAMBLE, soundsAt);
  if (head.length !== sizes.head || checksum(head) !== sizes.headSum) return null;
  const { passages, lengths, allLengths, counts, episodes, textLengths, asides, words } = readHead(head);
  const postingsAt = soundsAt + sizes.sounds;
  const positionsAt = postingsAt + sizes.postings;
  const textsAt = positionsAt + sizes.positions;

  /** Postings and positions, once they were read in one go. */
  let near: Uint8Array | null = null;
  const readNear: ReadBytes = async (from, to) =>
    near?.subarray(from - postingsAt, to - postingsAt) ?? read(from, to);
  const postingsOf = async ({ passages: count, postings: [from, to] }: WordEntry) =>
    readPostings(await readNear(postingsAt + from, postingsAt + to), { count, all: passages });
  const layOut = (entry: WordEntry): Promise<Laid> => {
    const { postings, positions } = entry;
    return laid(
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
  const wordsBefore = once(() => addedUp(counts, episodes));
  const sounds = once(async (): Promise<Sounds> => {
    const like = await read(soundsAt, postingsAt);
    if (checksum(like) !== sizes.soundsSum) throw new Error("The sounds of a search index are broken.");
    const byBones = new Vocabulary(new ByteReader(like), SOUND_VALUES);
    return {
      like: (bones) => byBones.endings(soundKey(bones)),
      wordsOf: (bones, sound) =>
        (byBones.get(soundKey(bones, sound)) ?? []).map((number) => words.wordAt(number)),
    };
  });
  const textEnds = once(() => endsOf(textLengths, textsAt));
  const textsOf = (episode: number) => read(textEnds()[episode - 1] ?? textsAt, textEnds()[episode]!);
  const texts = new Recent<Uint8Array>(mostTexts, ({ byteLength }) => byteLength);
  const placed = new Recent<Uint32Array>(mostPlaces, ({ byteLength }) => byteLength);
  return {
    passages,
    lengths,
    meanLength: allLengths / Math.max(1, passages),
    get wordsBefore() {
      return wordsBefore();
    },
    episodes,
    isAside: (doc) => (asides[doc >> 3]! & (1 << (doc & 7))) > 0,
    words,
    sounds,
    postings: postingsOf,
    places: (entry) =>
      placed.get(entry.positions[0], async () => placesIn(await runOf(await layOut(entry)), wordsBefore())),
    placesAmong: async (entry, places) => placesAmong(await layOut(entry), places, wordsBefore()),
    async runs(entry) {
      const isHeard = entry.isApart && !entry.isStop;
      const [shown, found] = await Promise.all([
        layOut(entry).then(runOf),
        isHeard ? postingsOf(entry) : null,
      ]);
      return { shown, found: found && { ...found, spots: new Uint8Array() } };
    },
    async warm() {
      await sounds();
      if (textsAt - postingsAt <= MOST_WARM) near ??= await read(postingsAt, textsAt);
    },
    packedTexts: textsOf,
    textsLength: (episode) => textLengths[episode]!,
    async passage(doc) {
      const episode = episodeOf({ episodes }, doc);
      const { first } = episodes[episode]!;
      // What is read may be part of much more, which would be held with it.
      const packed = await texts.get(episode, async () => (await textsOf(episode)).slice());
      return passageIn(packed, endOf({ episodes, passages }, episode) - first, doc - first);
    },
  };
}

/** Where things of some lengths end that lie one behind the other, from a place on. */
function endsOf(lengths: Numbers, from: number): Float64Array {
  const ends = new Float64Array(lengths.length);
  let end = from;
  for (let i = 0; i < lengths.length; i++) ends[i] = end += lengths[i]!;
  return ends;
}

function addedUp(counts: Numbers, episodes: readonly PackedEpisode[]): Uint32Array {
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
export function episodeOf({ episodes }: Pick<Segment, "episodes">, doc: number): number {
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
export const endOf = (
  { episodes, passages }: Pick<Segment, "episodes" | "passages">,
  episode: number,
): number => episodes[episode + 1]?.first ?? passages;

/** The passage in which a word stands, by its place. */
export const passageAt = ({ wordsBefore }: Segment, place: number): number =>
  passageFrom(wordsBefore, 0, place);
