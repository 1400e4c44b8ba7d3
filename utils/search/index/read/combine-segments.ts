import { findLowerBound } from "../../../shared/binary-search.ts";
import { joinNumbers } from "../format/bytes.ts";
import type { WordStats } from "../format/word-entry.ts";
import { createLazy } from "../../../shared/create-lazy.ts";
import { collectTerms } from "../write/pack-segment.ts";
import {
  concatPostings,
  EMPTY_POSTINGS,
  mapPostings,
  sumFrequencies,
  type Postings,
} from "../format/postings.ts";
import type { PackedEpisode } from "../format/segment-head.ts";
import { getEpisodeEnd, findEpisode, type Segment, type SoundIndex } from "./open-segment.ts";
import { MergedVocabulary, type MergedWord } from "./merged-vocabulary.ts";
import type { WordPostings } from "../write/segment-writer.ts";

/** A segment, and which of its episodes count no more, by their ids. */
export interface SegmentPart {
  segment: Segment;
  deleted?: ReadonlySet<string>;
}

/** A segment as part of a whole: what its numbers are there. */
interface CombinedPart {
  segment: Segment;
  /** Numbers of its passages and episodes in the whole; -1 for those that are deleted. */
  docs: Int32Array;
  episodes: Int32Array;
  /** By how much the places of an episode's words are moved. */
  positionShifts: Int32Array;
  /** Nothing of it is deleted, so all of it is moved alike. */
  isWhole: boolean;
  /** In how many deleted passages a word stands. */
  deletedCounts: ReadonlyMap<string, number>;
}

/**
 * Several segments as one, without the episodes that are deleted: it answers as one would that was built of what is
 * left, in the same order. Nothing is read but the texts of deleted episodes.
 */
export async function combineSegments(parts: readonly SegmentPart[]): Promise<Segment> {
  const [only] = parts;
  if (only && parts.length === 1 && !only.deleted?.size) return only.segment;
  const lengths: number[] = [];
  const wordsBefore: number[] = [];
  let words = 0;
  const asides: boolean[] = [];
  const episodes: PackedEpisode[] = [];
  const sources: { segment: Segment; episode: number }[] = [];
  const placed: CombinedPart[] = [];
  for (const { segment, deleted } of parts) {
    const own: CombinedPart = {
      segment,
      docs: new Int32Array(segment.passageCount).fill(-1),
      episodes: new Int32Array(segment.episodes.length).fill(-1),
      positionShifts: new Int32Array(segment.episodes.length),
      isWhole: !segment.episodes.some(({ id }) => deleted?.has(id)),
      deletedCounts: await countDeleted(segment, deleted),
    };
    for (const [episode, { id, first }] of segment.episodes.entries()) {
      if (deleted?.has(id)) continue;
      own.episodes[episode] = episodes.length;
      const base = words - segment.wordsBefore[first]!;
      own.positionShifts[episode] = base;
      words = base + segment.wordsBefore[getEpisodeEnd(segment, episode)]!;
      episodes.push({ id, first: lengths.length });
      sources.push({ segment, episode });
      for (let doc = first; doc < getEpisodeEnd(segment, episode); doc++) {
        own.docs[doc] = lengths.length;
        lengths.push(segment.lengths[doc]!);
        wordsBefore.push(base + segment.wordsBefore[doc]!);
        asides.push(segment.isBoilerplate(doc));
      }
    }
    placed.push(own);
  }
  const shared = new MergedVocabulary(placed);
  const isWhole = placed.every((part) => part.isWhole);
  const whole: Segment<MergedWord> = {
    passageCount: lengths.length,
    lengths: Uint32Array.from(lengths),
    meanLength: lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length),
    wordsBefore: Uint32Array.from([...wordsBefore, words]),
    episodes,
    isBoilerplate: (doc) => asides[doc]!,
    words: shared,
    loadSounds: createLazy(async (): Promise<SoundIndex> => {
      const all = await Promise.all(placed.map(({ segment }) => segment.loadSounds()));
      const wordsOf = (bones: string, sound: string) =>
        [...new Set(all.flatMap((part) => part.findWords(bones, sound)))].filter(
          (word) => isWhole || shared.get(word),
        );
      return {
        findSounds(bones) {
          const alike = [...new Set(all.flatMap((part) => part.findSounds(bones)))];
          // A sound of which no word is left would take the place of another one.
          return isWhole ? alike : alike.filter((sound) => wordsOf(bones, sound).length > 0);
        },
        findWords: wordsOf,
      };
    }),
    async readPostings({ perSegment: of }) {
      const all = await Promise.all(placed.map((part, i) => readPartPostings(part, of[i])));
      return {
        docs: joinNumbers(all.map(({ docs }) => docs)),
        frequencies: joinNumbers(all.map(({ frequencies: times }) => times)),
      };
    },
    async readPositions({ perSegment: of }) {
      return joinNumbers(await Promise.all(placed.map((part, i) => readPartPositions(part, of[i]))));
    },
    async filterPositions({ perSegment: of }, places) {
      return joinNumbers(
        await Promise.all(placed.map((part, i) => filterPartPositions(whole, part, of[i], places))),
      );
    },
    async readWordPostings({ perSegment: of }) {
      const all = await Promise.all(placed.map((part, i) => readPartWordPostings(part, of[i])));
      const isHeard = all.some(({ found }) => found);
      return {
        shown: concatPostings(all.map(({ shown, first }) => ({ run: shown, first }))),
        found: isHeard
          ? concatPostings(all.map(({ found, shown, first }) => ({ run: found ?? shown, first })))
          : null,
      };
    },
    async warm() {
      for (const { segment } of placed) await segment.warm();
    },
    readPassage(doc) {
      const episode = findEpisode(whole, doc);
      const { segment, episode: own } = sources[episode]!;
      return segment.readPassage(segment.episodes[own]!.first + doc - episodes[episode]!.first);
    },
    readPackedPassages(episode) {
      const { segment, episode: own } = sources[episode]!;
      return segment.readPackedPassages(own);
    },
    getPackedLength(episode) {
      const { segment, episode: own } = sources[episode]!;
      return segment.getPackedLength(own);
    },
  };
  return whole;
}

async function countDeleted(
  segment: Segment,
  deleted: ReadonlySet<string> = new Set(),
): Promise<Map<string, number>> {
  const gone = new Map<string, number>();
  for (const [episode, { id, first }] of segment.episodes.entries())
    for (let doc = first; deleted.has(id) && doc < getEpisodeEnd(segment, episode); doc++)
      for (const term of collectTerms(await segment.readPassage(doc)))
        gone.set(term, (gone.get(term) ?? 0) + 1);
  return gone;
}

async function readPartPostings(
  { segment, docs: numbers }: CombinedPart,
  word: WordStats | undefined,
): Promise<Postings> {
  if (!word) return { docs: new Uint32Array(), frequencies: new Uint32Array() };
  const { docs, frequencies: times } = await segment.readPostings(word);
  const left = { docs: new Uint32Array(docs.length), times: new Uint32Array(docs.length) };
  let count = 0;
  for (let i = 0; i < docs.length; i++) {
    const doc = numbers[docs[i]!]!;
    if (doc < 0) continue;
    left.docs[count] = doc;
    left.times[count++] = times[i]!;
  }
  return { docs: left.docs.subarray(0, count), frequencies: left.times.subarray(0, count) };
}

async function readPartPositions(
  { segment, episodes, positionShifts: moved, isWhole }: CombinedPart,
  word: WordStats | undefined,
): Promise<Uint32Array> {
  const places = word ? await segment.readPositions(word) : new Uint32Array();
  const [by] = moved;
  if (isWhole) return by ? places.map((place) => place + by) : places;
  const left = new Uint32Array(places.length);
  let count = 0;
  let episode = 0;
  for (const place of places) {
    while (segment.wordsBefore[getEpisodeEnd(segment, episode)]! <= place) episode++;
    if (episodes[episode]! >= 0) left[count++] = place + moved[episode]!;
  }
  return left.subarray(0, count);
}

/** Those of some places in the whole at which a part has a word. */
async function filterPartPositions(
  whole: Segment,
  { segment, episodes, positionShifts: moved }: CombinedPart,
  word: WordStats | undefined,
  places: Uint32Array,
): Promise<Uint32Array> {
  const own = new Uint32Array(places.length);
  const by = new Int32Array(places.length);
  let count = 0;
  let at = 0;
  for (const [episode, number] of episodes.entries()) {
    if (!word || number < 0) continue;
    const { first } = whole.episodes[number]!;
    const [start, end] = [whole.wordsBefore[first]!, whole.wordsBefore[getEpisodeEnd(whole, number)]!];
    at = findLowerBound(places, start, at);
    for (; at < places.length && places[at]! < end; at++) {
      by[count] = moved[episode]!;
      own[count++] = places[at]! - moved[episode]!;
    }
  }
  if (!word || !count) return own.subarray(0, 0);
  const found = await segment.filterPositions(word, own.subarray(0, count));
  let k = 0;
  return found.map((place) => {
    while (own[k]! < place) k++;
    return place + by[k]!;
  });
}

/** Where a part has a word, as it is written, and the number in the whole of the passage that it counts from. */
async function readPartWordPostings(
  { segment, docs, isWhole }: CombinedPart,
  word: WordStats | undefined,
): Promise<WordPostings & { first: number }> {
  if (!word) return { shown: EMPTY_POSTINGS, found: null, first: 0 };
  const { shown, found } = await segment.readWordPostings(word);
  if (isWhole) return { shown, found, first: docs[0]! };
  const left = { shown: mapPostings(shown, docs), found: found && mapPostings(found, docs), first: 0 };
  // Heard only in what is gone, it is found where it is shown.
  return {
    ...left,
    found: left.found && sumFrequencies(left.found) > sumFrequencies(left.shown) ? left.found : null,
  };
}
