import { toPhoneticKey, createPhoneticDistance, toPhonemes } from "../../../shared/phonetics.ts";
import type { WordStats } from "../format/word-entry.ts";
import { NearestSet } from "./nearest-set.ts";
import { findAdjacentPositions } from "./find-phrase-positions.ts";
import { findPassage } from "../format/positions.ts";
import type { Postings } from "../format/postings.ts";
import type { Segment, SoundIndex } from "../read/open-segment.ts";

/** Something that sounds like a name: one word, or two that stand next to each other. */
export interface SoundsLikeMatch {
  words: string;
  /** See `soundDistance`; a little more where it is said often. */
  distance: number;
  passageCount: number;
  postings: Postings;
}

/** Two words that may stand next to each other. */
interface SoundsLikePair {
  words: string;
  pairWords: [string, string];
  distance: number;
}

/** Sounds that are further apart are another name; parts of one may be a little further. */
const [MAX_DISTANCE, MAX_PART_DISTANCE] = [0.25, 0.34];
/** Who sounds so much less like it than the nearest is left out. */
const MAX_DISTANCE_GAP = 0.12;
/** How much less like it something counts that is said in ten times as many passages: what is said often was mostly meant. */
const FREQUENCY_PENALTY = 0.03;
const computeFrequencyPenalty = (passages: number) => FREQUENCY_PENALTY * Math.log10(passages);
/** Shortest half of a name, in sounds. */
const MIN_PART_SOUNDS = 2;
/** Most words that are tried for half of a name, and twins in all. */
const [MAX_HALVES, MAX_MATCHES] = [32, 12];
/** Most pairs whose places are looked up; in a library that is not held in memory each takes a read or two. */
const getMaxPairs = ({ passageCount: passages }: Segment): number => (passages > 100_000 ? 32 : 96);
const HALF_LIMITS = { most: MAX_PART_DISTANCE, count: MAX_HALVES };

/**
 * What sounds like some letters, in one word or, if that is wanted, in two, the nearest first; the letters themselves are
 * left out.
 */
export async function findSoundsLike(
  segment: Segment,
  letters: string,
  withPairs: boolean,
): Promise<SoundsLikeMatch[]> {
  const sound = toPhonemes(letters);
  const sounds = await segment.loadSounds();
  const single = findNearestWords(sounds, sound, { most: MAX_DISTANCE, count: MAX_MATCHES + 1 });
  // All at once: each is a read of its own.
  const ofOne = single.map(async ({ word, apart }): Promise<SoundsLikeMatch[]> => {
    const entry = word === letters ? undefined : segment.words.get(word);
    if (!entry || entry.isStop) return [];
    const { passageCount: passages } = entry;
    return [
      {
        words: word,
        distance: apart + computeFrequencyPenalty(passages),
        passageCount: passages,
        postings: await segment.readPostings(entry),
      },
    ];
  });
  const ofTwo = takeAffordablePairs(
    segment,
    withPairs ? findPairs(sounds, sound, getMaxPairs(segment)) : [],
  ).map(async ({ pair, entries, rarer }): Promise<SoundsLikeMatch[]> => {
    const postings = await readAdjacentPostings(segment, entries);
    const passages = postings.docs.length;
    const apart = pair.distance + computeFrequencyPenalty(rarer);
    return passages ? [{ words: pair.words, distance: apart, passageCount: passages, postings }] : [];
  });
  const twins = (await Promise.all([...ofOne, ...ofTwo])).flat();
  const sorted = twins
    .toSorted((a, b) => a.distance - b.distance || compareLetters(a.words, b.words))
    .slice(0, MAX_MATCHES);
  return sorted.filter(({ distance: apart }) => apart <= sorted[0]!.distance + MAX_DISTANCE_GAP);
}

/** Passages in which the rarer words of all pairs of one name stand: those of a thousand episodes are in less. */
const MAX_PAIR_PASSAGES = 50_000;

/** Sounds that are kept, of which all cuts of a name ask for the same ones; some 40 bytes each. */
const MAX_CACHED_SOUNDS = 60_000;
const soundCaches = new WeakMap<SoundIndex, { count: number; byBones: Map<string, readonly string[]> }>();

/** Sounds with the same bones. */
function getCachedSounds(sounds: SoundIndex, bones: string): readonly string[] {
  let kept = soundCaches.get(sounds);
  if (!kept || kept.count >= MAX_CACHED_SOUNDS)
    soundCaches.set(sounds, (kept = { count: 0, byBones: new Map() }));
  let alike = kept.byBones.get(bones);
  if (!alike) {
    alike = sounds.findSounds(bones);
    kept.byBones.set(bones, alike);
    kept.count += alike.length + 1;
  }
  return alike;
}

/** Words that sound like something, the nearest first. */
function findNearestWords(
  sounds: SoundIndex,
  sound: string,
  { most, count }: { most: number; count: number },
): { word: string; sound: string; apart: number }[] {
  const distance = createPhoneticDistance(sound);
  const nearest = new NearestSet<{ key: string; sound: string; distance: number }>(count, most);
  for (const bones of listSimilarKeys(toPhoneticKey(sound)))
    for (const other of getCachedSounds(sounds, bones)) {
      const apart = distance(other, nearest.limit);
      if (apart <= nearest.limit) nearest.add({ key: bones, sound: other, distance: apart });
    }
  return nearest
    .getSorted()
    .flatMap(({ key: bones, sound: other, distance: apart }) =>
      sounds.findWords(bones, other).map((word) => ({ word, sound: other, apart })),
    )
    .toSorted((a, b) => a.apart - b.apart || compareLetters(a.word, b.word))
    .slice(0, count);
}

/** Those that sound equally like it stand in a fixed order, whatever the segment. */
const compareLetters = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** The classes of consonants that bones are made of (see `bonesOf`). */
const CONSONANT_CLASSES = [..."ptksnl"];

/** The bones of a sound, and the same with one left out, put in, or exchanged. */
function listSimilarKeys(bones: string): Set<string> {
  const all = new Set([bones]);
  for (let i = 0; i <= bones.length; i++) {
    const [before, after] = [bones.slice(0, i), bones.slice(i + 1)];
    if (i < bones.length && bones.length > 1) all.add(before + after);
    for (const other of CONSONANT_CLASSES) {
      all.add(before + other + bones.slice(i));
      if (i < bones.length) all.add(before + other + after);
    }
  }
  return all;
}

/** Two words that together sound like something: each of its halves, wherever it is cut, by what sounds like it. */
function findPairs(sounds: SoundIndex, sound: string, most: number): SoundsLikePair[] {
  const distance = createPhoneticDistance(sound);
  const pairs = new NearestSet<SoundsLikePair>(most, MAX_DISTANCE);
  const seen = new Set<string>();
  for (let cut = MIN_PART_SOUNDS; cut <= sound.length - MIN_PART_SOUNDS; cut++) {
    const [left, right] = [sound.slice(0, cut), sound.slice(cut)].map((part) =>
      findNearestWords(sounds, part, HALF_LIMITS),
    );
    for (const one of left!)
      for (const two of right!) {
        const apart = distance(one.sound + two.sound, pairs.limit);
        const words = `${one.word} ${two.word}`;
        // Whatever the cut, two words sound alike.
        if (apart > pairs.limit || seen.has(words)) continue;
        seen.add(words);
        pairs.add({ words, pairWords: [one.word, two.word], distance: apart });
      }
  }
  return pairs
    .getSorted()
    .toSorted((a, b) => a.distance - b.distance || compareLetters(a.words, b.words))
    .slice(0, most);
}

/** The first of some pairs, as long as not too many places are looked up for one name. */
function takeAffordablePairs(
  segment: Segment,
  pairs: readonly SoundsLikePair[],
): { pair: SoundsLikePair; entries: WordStats[]; rarer: number }[] {
  const entries = new Map(
    [...new Set(pairs.flatMap((pair) => pair.pairWords))].map((word) => [word, segment.words.get(word)!]),
  );
  let sum = 0;
  return pairs.flatMap((pair) => {
    const own = pair.pairWords.map((word) => entries.get(word)!);
    // The commoner word is looked up where the rarer one stands.
    const rarer = Math.min(...own.map(({ passageCount: passages }) => passages));
    sum += rarer;
    return sum <= MAX_PAIR_PASSAGES ? [{ pair, entries: own, rarer }] : [];
  });
}

/** Passages in which two words stand next to each other, and how often. */
async function readAdjacentPostings(segment: Segment, entries: readonly WordStats[]): Promise<Postings> {
  const docs: number[] = [];
  const times: number[] = [];
  for (const place of await findAdjacentPositions(segment, entries)) {
    const doc = findPassage(segment.wordsBefore, docs.at(-1) ?? 0, place);
    if (doc === docs.at(-1)) times[times.length - 1]!++;
    else {
      docs.push(doc);
      times.push(1);
    }
  }
  return { docs: Uint32Array.from(docs), frequencies: Uint32Array.from(times) };
}
