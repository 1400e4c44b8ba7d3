import { toPhoneticKey, createPhoneticDistance, toPhonemes } from "../../transcript/clean/names/sound.ts";
import type { WordFacts } from "./entries.ts";
import { Nearest } from "./nearest.ts";
import { placesInRow } from "./phrases.ts";
import { passageFrom } from "./places.ts";
import type { Postings } from "./runs.ts";
import type { Segment, Sounds } from "./segment.ts";

/** Something that sounds like a name: one word, or two that stand next to each other. */
export interface Twin {
  words: string;
  /** See `soundDistance`; a little more where it is said often. */
  apart: number;
  passages: number;
  postings: Postings;
}

/** Two words that may stand next to each other. */
interface Pair {
  words: string;
  of: [string, string];
  apart: number;
}

/** Sounds that are further apart are another name; parts of one may be a little further. */
const [MOST_APART, MOST_PART_APART] = [0.25, 0.34];
/** Who sounds so much less like it than the nearest is left out. */
const MOST_BEHIND = 0.12;
/** How much less like it something counts that is said in ten times as many passages: what is said often was mostly meant. */
const OFTEN = 0.03;
const oftenSaid = (passages: number) => OFTEN * Math.log10(passages);
/** Shortest half of a name, in sounds. */
const LEAST_PART = 2;
/** Most words that are tried for half of a name, and twins in all. */
const [MOST_HALVES, MOST_TWINS] = [32, 12];
/** Most pairs whose places are looked up; in a library that is not held in memory each takes a read or two. */
const mostPairs = ({ passages }: Segment): number => (passages > 100_000 ? 32 : 96);
const HALF = { most: MOST_PART_APART, count: MOST_HALVES };

/**
 * What sounds like some letters, in one word or, if that is wanted, in two, the nearest first; the letters themselves are
 * left out.
 */
export async function twinsOf(segment: Segment, letters: string, withPairs: boolean): Promise<Twin[]> {
  const sound = toPhonemes(letters);
  const sounds = await segment.sounds();
  const single = near(sounds, sound, { most: MOST_APART, count: MOST_TWINS + 1 });
  // All at once: each is a read of its own.
  const ofOne = single.map(async ({ word, apart }): Promise<Twin[]> => {
    const entry = word === letters ? undefined : segment.words.get(word);
    if (!entry || entry.isStop) return [];
    const { passages } = entry;
    return [
      { words: word, apart: apart + oftenSaid(passages), passages, postings: await segment.postings(entry) },
    ];
  });
  const ofTwo = affordable(segment, withPairs ? pairsLike(sounds, sound, mostPairs(segment)) : []).map(
    async ({ pair, entries, rarer }): Promise<Twin[]> => {
      const postings = await together(segment, entries);
      const passages = postings.docs.length;
      const apart = pair.apart + oftenSaid(rarer);
      return passages ? [{ words: pair.words, apart, passages, postings }] : [];
    },
  );
  const twins = (await Promise.all([...ofOne, ...ofTwo])).flat();
  const sorted = twins
    .toSorted((a, b) => a.apart - b.apart || inLetters(a.words, b.words))
    .slice(0, MOST_TWINS);
  return sorted.filter(({ apart }) => apart <= sorted[0]!.apart + MOST_BEHIND);
}

/** Passages in which the rarer words of all pairs of one name stand: those of a thousand episodes are in less. */
const MOST_PASSAGES = 50_000;

/** Sounds that are kept, of which all cuts of a name ask for the same ones; some 40 bytes each. */
const MOST_SOUNDS = 60_000;
const likes = new WeakMap<Sounds, { count: number; byBones: Map<string, readonly string[]> }>();

/** Sounds with the same bones. */
function soundsLike(sounds: Sounds, bones: string): readonly string[] {
  let kept = likes.get(sounds);
  if (!kept || kept.count >= MOST_SOUNDS) likes.set(sounds, (kept = { count: 0, byBones: new Map() }));
  let alike = kept.byBones.get(bones);
  if (!alike) {
    alike = sounds.like(bones);
    kept.byBones.set(bones, alike);
    kept.count += alike.length + 1;
  }
  return alike;
}

/** Words that sound like something, the nearest first. */
function near(
  sounds: Sounds,
  sound: string,
  { most, count }: { most: number; count: number },
): { word: string; sound: string; apart: number }[] {
  const distance = createPhoneticDistance(sound);
  const nearest = new Nearest<{ bones: string; sound: string; apart: number }>(count, most);
  for (const bones of bonesNear(toPhoneticKey(sound)))
    for (const other of soundsLike(sounds, bones)) {
      const apart = distance(other, nearest.limit);
      if (apart <= nearest.limit) nearest.add({ bones, sound: other, apart });
    }
  return nearest
    .sorted()
    .flatMap(({ bones, sound: other, apart }) =>
      sounds.wordsOf(bones, other).map((word) => ({ word, sound: other, apart })),
    )
    .toSorted((a, b) => a.apart - b.apart || inLetters(a.word, b.word))
    .slice(0, count);
}

/** Those that sound equally like it stand in a fixed order, whatever the segment. */
const inLetters = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** The classes of consonants that bones are made of (see `bonesOf`). */
const CLASSES = [..."ptksnl"];

/** The bones of a sound, and the same with one left out, put in, or exchanged. */
function bonesNear(bones: string): Set<string> {
  const all = new Set([bones]);
  for (let i = 0; i <= bones.length; i++) {
    const [before, after] = [bones.slice(0, i), bones.slice(i + 1)];
    if (i < bones.length && bones.length > 1) all.add(before + after);
    for (const other of CLASSES) {
      all.add(before + other + bones.slice(i));
      if (i < bones.length) all.add(before + other + after);
    }
  }
  return all;
}

/** Two words that together sound like something: each of its halves, wherever it is cut, by what sounds like it. */
function pairsLike(sounds: Sounds, sound: string, most: number): Pair[] {
  const distance = createPhoneticDistance(sound);
  const pairs = new Nearest<Pair>(most, MOST_APART);
  const seen = new Set<string>();
  for (let cut = LEAST_PART; cut <= sound.length - LEAST_PART; cut++) {
    const [left, right] = [sound.slice(0, cut), sound.slice(cut)].map((part) => near(sounds, part, HALF));
    for (const one of left!)
      for (const two of right!) {
        const apart = distance(one.sound + two.sound, pairs.limit);
        const words = `${one.word} ${two.word}`;
        // Whatever the cut, two words sound alike.
        if (apart > pairs.limit || seen.has(words)) continue;
        seen.add(words);
        pairs.add({ words, of: [one.word, two.word], apart });
      }
  }
  return pairs
    .sorted()
    .toSorted((a, b) => a.apart - b.apart || inLetters(a.words, b.words))
    .slice(0, most);
}

/** The first of some pairs, as long as not too many places are looked up for one name. */
function affordable(
  segment: Segment,
  pairs: readonly Pair[],
): { pair: Pair; entries: WordFacts[]; rarer: number }[] {
  const entries = new Map(
    [...new Set(pairs.flatMap((pair) => pair.of))].map((word) => [word, segment.words.get(word)!]),
  );
  let sum = 0;
  return pairs.flatMap((pair) => {
    const own = pair.of.map((word) => entries.get(word)!);
    // The commoner word is looked up where the rarer one stands.
    const rarer = Math.min(...own.map(({ passages }) => passages));
    sum += rarer;
    return sum <= MOST_PASSAGES ? [{ pair, entries: own, rarer }] : [];
  });
}

/** Passages in which two words stand next to each other, and how often. */
async function together(segment: Segment, entries: readonly WordFacts[]): Promise<Postings> {
  const docs: number[] = [];
  const times: number[] = [];
  for (const place of await placesInRow(segment, entries)) {
    const doc = passageFrom(segment.wordsBefore, docs.at(-1) ?? 0, place);
    if (doc === docs.at(-1)) times[times.length - 1]!++;
    else {
      docs.push(doc);
      times.push(1);
    }
  }
  return { docs: Uint32Array.from(docs), times: Uint32Array.from(times) };
}
