import { findLowerBound } from "../../transcript/ascending.ts";
import { joined } from "./bytes.ts";
import type { WordFacts } from "./entries.ts";
import { once } from "./once.ts";
import { termsOf } from "./pack.ts";
import { appended, NO_RUN, renumbered, timesIn, type Postings } from "./runs.ts";
import type { PackedEpisode } from "./head.ts";
import { endOf, episodeOf, type Segment, type Sounds } from "./segment.ts";
import { SharedWords, type Shared } from "./shared-words.ts";
import type { Runs } from "./write.ts";

/** A segment, and which of its episodes count no more, by their ids. */
export interface Part {
  segment: Segment;
  deleted?: ReadonlySet<string>;
}

/** A segment as part of a whole: what its numbers are there. */
interface Placed {
  segment: Segment;
  /** Numbers of its passages and episodes in the whole; -1 for those that are deleted. */
  docs: Int32Array;
  episodes: Int32Array;
  /** By how much the places of an episode's words are moved. */
  moved: Int32Array;
  /** Nothing of it is deleted, so all of it is moved alike. */
  isWhole: boolean;
  /** In how many deleted passages a word stands. */
  gone: ReadonlyMap<string, number>;
}

/**
 * Several segments as one, without the episodes that are deleted: it answers as one would that was built of what is
 * left, in the same order. Nothing is read but the texts of deleted episodes.
 */
export async function several(parts: readonly Part[]): Promise<Segment> {
  const [only] = parts;
  if (only && parts.length === 1 && !only.deleted?.size) return only.segment;
  const lengths: number[] = [];
  const wordsBefore: number[] = [];
  let words = 0;
  const asides: boolean[] = [];
  const episodes: PackedEpisode[] = [];
  const sources: { segment: Segment; episode: number }[] = [];
  const placed: Placed[] = [];
  for (const { segment, deleted } of parts) {
    const own: Placed = {
      segment,
      docs: new Int32Array(segment.passages).fill(-1),
      episodes: new Int32Array(segment.episodes.length).fill(-1),
      moved: new Int32Array(segment.episodes.length),
      isWhole: !segment.episodes.some(({ id }) => deleted?.has(id)),
      gone: await goneFrom(segment, deleted),
    };
    for (const [episode, { id, first }] of segment.episodes.entries()) {
      if (deleted?.has(id)) continue;
      own.episodes[episode] = episodes.length;
      const base = words - segment.wordsBefore[first]!;
      own.moved[episode] = base;
      words = base + segment.wordsBefore[endOf(segment, episode)]!;
      episodes.push({ id, first: lengths.length });
      sources.push({ segment, episode });
      for (let doc = first; doc < endOf(segment, episode); doc++) {
        own.docs[doc] = lengths.length;
        lengths.push(segment.lengths[doc]!);
        wordsBefore.push(base + segment.wordsBefore[doc]!);
        asides.push(segment.isAside(doc));
      }
    }
    placed.push(own);
  }
  const shared = new SharedWords(placed);
  const isWhole = placed.every((part) => part.isWhole);
  const whole: Segment<Shared> = {
    passages: lengths.length,
    lengths: Uint32Array.from(lengths),
    meanLength: lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length),
    wordsBefore: Uint32Array.from([...wordsBefore, words]),
    episodes,
    isAside: (doc) => asides[doc]!,
    words: shared,
    sounds: once(async (): Promise<Sounds> => {
      const all = await Promise.all(placed.map(({ segment }) => segment.sounds()));
      const wordsOf = (bones: string, sound: string) =>
        [...new Set(all.flatMap((part) => part.wordsOf(bones, sound)))].filter(
          (word) => isWhole || shared.get(word),
        );
      return {
        like(bones) {
          const alike = [...new Set(all.flatMap((part) => part.like(bones)))];
          // A sound of which no word is left would take the place of another one.
          return isWhole ? alike : alike.filter((sound) => wordsOf(bones, sound).length > 0);
        },
        wordsOf,
      };
    }),
    async postings({ of }) {
      const all = await Promise.all(placed.map((part, i) => postingsOf(part, of[i])));
      return { docs: joined(all.map(({ docs }) => docs)), times: joined(all.map(({ times }) => times)) };
    },
    async places({ of }) {
      return joined(await Promise.all(placed.map((part, i) => placesOf(part, of[i]))));
    },
    async placesAmong({ of }, places) {
      return joined(await Promise.all(placed.map((part, i) => amongPlaces(whole, part, of[i], places))));
    },
    async runs({ of }) {
      const all = await Promise.all(placed.map((part, i) => runsOf(part, of[i])));
      const isHeard = all.some(({ found }) => found);
      return {
        shown: appended(all.map(({ shown, first }) => ({ run: shown, first }))),
        found: isHeard
          ? appended(all.map(({ found, shown, first }) => ({ run: found ?? shown, first })))
          : null,
      };
    },
    async warm() {
      for (const { segment } of placed) await segment.warm();
    },
    passage(doc) {
      const episode = episodeOf(whole, doc);
      const { segment, episode: own } = sources[episode]!;
      return segment.passage(segment.episodes[own]!.first + doc - episodes[episode]!.first);
    },
    packedTexts(episode) {
      const { segment, episode: own } = sources[episode]!;
      return segment.packedTexts(own);
    },
    textsLength(episode) {
      const { segment, episode: own } = sources[episode]!;
      return segment.textsLength(own);
    },
  };
  return whole;
}

async function goneFrom(
  segment: Segment,
  deleted: ReadonlySet<string> = new Set(),
): Promise<Map<string, number>> {
  const gone = new Map<string, number>();
  for (const [episode, { id, first }] of segment.episodes.entries())
    for (let doc = first; deleted.has(id) && doc < endOf(segment, episode); doc++)
      for (const term of termsOf(await segment.passage(doc))) gone.set(term, (gone.get(term) ?? 0) + 1);
  return gone;
}

async function postingsOf(
  { segment, docs: numbers }: Placed,
  word: WordFacts | undefined,
): Promise<Postings> {
  if (!word) return { docs: new Uint32Array(), times: new Uint32Array() };
  const { docs, times } = await segment.postings(word);
  const left = { docs: new Uint32Array(docs.length), times: new Uint32Array(docs.length) };
  let count = 0;
  for (let i = 0; i < docs.length; i++) {
    const doc = numbers[docs[i]!]!;
    if (doc < 0) continue;
    left.docs[count] = doc;
    left.times[count++] = times[i]!;
  }
  return { docs: left.docs.subarray(0, count), times: left.times.subarray(0, count) };
}

async function placesOf(
  { segment, episodes, moved, isWhole }: Placed,
  word: WordFacts | undefined,
): Promise<Uint32Array> {
  const places = word ? await segment.places(word) : new Uint32Array();
  const [by] = moved;
  if (isWhole) return by ? places.map((place) => place + by) : places;
  const left = new Uint32Array(places.length);
  let count = 0;
  let episode = 0;
  for (const place of places) {
    while (segment.wordsBefore[endOf(segment, episode)]! <= place) episode++;
    if (episodes[episode]! >= 0) left[count++] = place + moved[episode]!;
  }
  return left.subarray(0, count);
}

/** Those of some places in the whole at which a part has a word. */
async function amongPlaces(
  whole: Segment,
  { segment, episodes, moved }: Placed,
  word: WordFacts | undefined,
  places: Uint32Array,
): Promise<Uint32Array> {
  const own = new Uint32Array(places.length);
  const by = new Int32Array(places.length);
  let count = 0;
  let at = 0;
  for (const [episode, number] of episodes.entries()) {
    if (!word || number < 0) continue;
    const { first } = whole.episodes[number]!;
    const [start, end] = [whole.wordsBefore[first]!, whole.wordsBefore[endOf(whole, number)]!];
    at = findLowerBound(places, start, at);
    for (; at < places.length && places[at]! < end; at++) {
      by[count] = moved[episode]!;
      own[count++] = places[at]! - moved[episode]!;
    }
  }
  if (!word || !count) return own.subarray(0, 0);
  const found = await segment.placesAmong(word, own.subarray(0, count));
  let k = 0;
  return found.map((place) => {
    while (own[k]! < place) k++;
    return place + by[k]!;
  });
}

/** Where a part has a word, as it is written, and the number in the whole of the passage that it counts from. */
async function runsOf(
  { segment, docs, isWhole }: Placed,
  word: WordFacts | undefined,
): Promise<Runs & { first: number }> {
  if (!word) return { shown: NO_RUN, found: null, first: 0 };
  const { shown, found } = await segment.runs(word);
  if (isWhole) return { shown, found, first: docs[0]! };
  const left = { shown: renumbered(shown, docs), found: found && renumbered(found, docs), first: 0 };
  // Heard only in what is gone, it is found where it is shown.
  return { ...left, found: left.found && timesIn(left.found) > timesIn(left.shown) ? left.found : null };
}
