import { bonesOf, distanceFrom, soundDistance, soundOf } from "../../transcript/clean/names/sound.ts";
import type { Alike, Postings, Segment } from "./segment.ts";
import { passageAt } from "./segment.ts";
import { phrasePlaces } from "./phrases.ts";

/** Something that sounds like a name: one word, or two that stand next to each other. */
export interface Twin {
  words: string;
  /** See `soundDistance`. */
  apart: number;
  passages: number;
  postings: Postings;
}

/** Sounds that are further apart are another name; parts of one may be a little further. */
const [MOST_APART, MOST_PART_APART] = [0.25, 0.34];
/** Who sounds so much less like it than the nearest is left out. */
const MOST_BEHIND = 0.12;
/** Shortest half of a name, in sounds. */
const LEAST_PART = 2;
/** Most words that are tried for half of a name, pairs whose places are looked up, and twins in all. */
const [MOST_HALVES, MOST_PAIRS, MOST_TWINS] = [16, 32, 12];

/**
 * What sounds like some letters, in one word or, if that is wanted, in two, the nearest first; the letters themselves are
 * left out.
 */
export async function twinsOf(segment: Segment, letters: string, withPairs: boolean): Promise<Twin[]> {
  const sound = soundOf(letters);
  const single = near(segment, sound, MOST_APART).filter(({ word }) => word !== letters);
  // All at once: each is a read of its own.
  const ofOne = single.slice(0, MOST_TWINS).map(async ({ word, apart }): Promise<Twin[]> => {
    const entry = segment.words.get(word);
    if (!entry || entry.isStop) return [];
    return [{ words: word, apart, passages: entry.passages, postings: await segment.postings(entry) }];
  });
  const ofTwo = affordable(segment, withPairs ? pairsLike(segment, sound) : []).map(
    async ({ words, apart }): Promise<Twin[]> => {
      const postings = await together(segment, words);
      const passages = postings.docs.length;
      return passages ? [{ words: words.join(" "), apart, passages, postings }] : [];
    },
  );
  const twins = (await Promise.all([...ofOne, ...ofTwo])).flat();
  const sorted = twins
    .toSorted((a, b) => a.apart - b.apart || inLetters(a.words, b.words))
    .slice(0, MOST_TWINS);
  return sorted.filter(({ apart }) => apart <= sorted[0]!.apart + MOST_BEHIND);
}

/** Passages whose places are read for one name; the words of a thousand episodes are in less. */
const MOST_PASSAGES = 1_000_000;

/** Sounds that are kept, of which all cuts of a name ask for the same ones. */
const MOST_SOUNDS = 20_000;
const likes = new WeakMap<Segment, { count: number; byBones: Map<string, readonly Alike[]> }>();

/** Sounds with the same bones. */
function soundsLike(segment: Segment, bones: string): readonly Alike[] {
  let kept = likes.get(segment);
  if (!kept || kept.count >= MOST_SOUNDS) likes.set(segment, (kept = { count: 0, byBones: new Map() }));
  let alike = kept.byBones.get(bones);
  if (!alike) {
    alike = segment.sounds(bones);
    kept.byBones.set(bones, alike);
    kept.count += alike.length + 1;
  }
  return alike;
}

/** Words that sound like something, the nearest first. */
function near(
  segment: Segment,
  sound: string,
  most: number,
): { word: string; sound: string; apart: number }[] {
  const distance = distanceFrom(sound);
  const found = new Map<string, { word: string; sound: string; apart: number }>();
  for (const bones of bonesNear(bonesOf(sound)))
    for (const { sound: other, words } of soundsLike(segment, bones)) {
      const apart = distance(other, most);
      if (apart <= most) for (const word of words()) found.set(word, { word, sound: other, apart });
    }
  return [...found.values()].toSorted((a, b) => a.apart - b.apart || inLetters(a.word, b.word));
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
function pairsLike(segment: Segment, sound: string): { words: [string, string]; apart: number }[] {
  const pairs = new Map<string, { words: [string, string]; apart: number }>();
  for (let cut = LEAST_PART; cut <= sound.length - LEAST_PART; cut++) {
    const [left, right] = [sound.slice(0, cut), sound.slice(cut)].map((part) =>
      near(segment, part, MOST_PART_APART).slice(0, MOST_HALVES),
    );
    for (const one of left!)
      for (const two of right!) {
        const apart = soundDistance(sound, one.sound + two.sound, MOST_APART);
        if (apart <= MOST_APART) pairs.set(`${one.word} ${two.word}`, { words: [one.word, two.word], apart });
      }
  }
  const sorted = [...pairs.values()].toSorted(
    (a, b) => a.apart - b.apart || inLetters(a.words.join(" "), b.words.join(" ")),
  );
  return sorted.slice(0, MOST_PAIRS);
}

/** The first of some pairs, as long as the places of their words are not too many to be read for one name. */
function affordable<Pair extends { words: [string, string] }>(segment: Segment, pairs: Pair[]): Pair[] {
  const counted = new Set<string>();
  let passages = 0;
  return pairs.filter(({ words }) => {
    for (const word of words.filter((each) => !counted.has(each))) {
      counted.add(word);
      passages += segment.words.get(word)?.passages ?? 0;
    }
    return passages <= MOST_PASSAGES;
  });
}

/** Passages in which two words stand next to each other, and how often. */
async function together(segment: Segment, words: [string, string]): Promise<Postings> {
  const counts = new Map<number, number>();
  for (const { place } of await phrasePlaces(segment, { words, unfinished: false })) {
    const doc = passageAt(segment, place);
    counts.set(doc, (counts.get(doc) ?? 0) + 1);
  }
  const docs = [...counts].toSorted(([a], [b]) => a - b);
  return {
    docs: Uint32Array.from(docs, ([doc]) => doc),
    times: Uint32Array.from(docs, ([, times]) => times),
  };
}
