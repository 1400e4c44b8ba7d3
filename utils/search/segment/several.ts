import { encode, joined } from "./bytes.ts";
import type { WordFacts } from "./entries.ts";
import { termsOf } from "./pack.ts";
import type { PackedEpisode, Postings, Segment } from "./segment.ts";
import { compareBytes, type Entry, type Lookup, type Near } from "./vocabulary.ts";

/** A segment, and which of its episodes count no more, by their ids. */
export interface Part {
  segment: Segment;
  deleted?: ReadonlySet<string>;
}

/** A word of several segments: what each of them has of it. */
interface Shared extends WordFacts {
  of: (WordFacts | undefined)[];
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
  const whole: Segment<Shared> = {
    passages: lengths.length,
    lengths: Uint32Array.from(lengths),
    meanLength: lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length),
    wordsBefore: Uint32Array.from([...wordsBefore, words]),
    episodes,
    isAside: (doc) => asides[doc]!,
    words: shared,
    sounds: (bones) =>
      placed
        .flatMap(({ segment }) => segment.sounds(bones))
        .map(({ sound, words: own }) => ({ sound, words: () => own().filter((word) => shared.get(word)) })),
    async postings({ of }) {
      const all = await Promise.all(placed.map((part, i) => postingsOf(part, of[i])));
      return { docs: joined(all.map(({ docs }) => docs)), times: joined(all.map(({ times }) => times)) };
    },
    async places({ of }) {
      return joined(await Promise.all(placed.map((part, i) => placesOf(part, of[i]))));
    },
    async warm() {
      for (const { segment } of placed) await segment.warm();
    },
    texts(episode) {
      const { segment, episode: own } = sources[episode]!;
      return segment.texts(own);
    },
    packedTexts(episode) {
      const { segment, episode: own } = sources[episode]!;
      return segment.packedTexts(own);
    },
  };
  return whole;
}

const endOf = ({ episodes, passages }: Segment, episode: number): number =>
  episodes[episode + 1]?.first ?? passages;

async function goneFrom(
  segment: Segment,
  deleted: ReadonlySet<string> = new Set(),
): Promise<Map<string, number>> {
  const gone = new Map<string, number>();
  for (const [episode, { id }] of segment.episodes.entries())
    for (const passage of deleted.has(id) ? await segment.texts(episode) : [])
      for (const term of termsOf(passage)) gone.set(term, (gone.get(term) ?? 0) + 1);
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

const compareWords = (a: string, b: string): number => compareBytes(encode(a), encode(b));

/** The vocabularies of several segments as one, without words of which nothing is left. */
class SharedWords implements Lookup<Shared> {
  readonly size: number;
  readonly #parts: readonly Placed[];

  constructor(parts: readonly Placed[]) {
    this.#parts = parts;
    this.size = parts.reduce((sum, { segment }) => sum + segment.words.size, 0);
  }

  get(word: string): Shared | undefined {
    return this.#shared(
      word,
      this.#parts.map(({ segment }) => segment.words.get(word)),
    );
  }

  /** A word by what each segment has of it. */
  #shared(word: string, all: readonly (WordFacts | undefined)[]): Shared | undefined {
    let passages = 0;
    let isStop = false;
    const of = all.map((own, i) => {
      const left = (own?.passages ?? 0) - (this.#parts[i]!.gone.get(word) ?? 0);
      if (!own || left <= 0) return undefined;
      passages += left;
      ({ isStop } = own);
      return own;
    });
    return passages ? { passages, isStop, of } : undefined;
  }

  *prefixed(letters: string): Generator<Entry<Shared>> {
    const rows = this.#parts.map(({ segment }) => segment.words.prefixed(letters)[Symbol.iterator]());
    const heads = rows.map((row) => row.next());
    for (;;) {
      let word: string | null = null;
      for (const { done, value } of heads)
        if (!done && (word === null || compareWords(value.word, word) < 0)) ({ word } = value);
      if (word === null) return;
      const value = this.#shared(
        word,
        heads.map((head) => (head.done || head.value.word !== word ? undefined : head.value.value)),
      );
      if (value) yield { word, value };
      for (const [i, head] of heads.entries())
        if (!head.done && head.value.word === word) heads[i] = rows[i]!.next();
    }
  }

  near(word: string, most: number): Near<Shared>[] {
    const distances = new Map<string, number>();
    for (const { segment } of this.#parts)
      for (const { word: other, distance } of segment.words.near(word, most)) distances.set(other, distance);
    return [...distances]
      .toSorted(([a], [b]) => compareWords(a, b))
      .flatMap(([other, distance]) => {
        const value = this.get(other);
        return value ? [{ word: other, value, distance }] : [];
      });
  }
}
