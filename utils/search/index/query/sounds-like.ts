import { toPhoneticKey, createPhoneticDistance, toPhonemes } from "../../../shared/phonetics.ts";
import type { WordStats } from "../format/word-entry.ts";
import { NearestSet } from "./nearest-set.ts";
import { findAdjacentPositions } from "./find-phrase-positions.ts";
import { findPassage } from "../format/positions.ts";
import type { Postings } from "../format/postings.ts";
import type { Segment, SoundIndex } from "../read/open-segment.ts";

/** A word, or two adjacent words, that sound like a query word. */
export interface SoundsLikeMatch {
  /** Two words are separated by a space. */
  words: string;
  /** Phonetic distance (0 for the same sound) plus a penalty for common words. */
  distance: number;
  passageCount: number;
  postings: Postings;
}

/** Two words that together sound like the query. They need not occur next to each other. */
interface SoundsLikePair {
  words: string;
  pairWords: [string, string];
  distance: number;
}

/** A word that sounds like a query word or a half of it. */
interface SoundsLikeWord {
  word: string;
  sound: string;
  distance: number;
}

/** Phonetic distance beyond which something is another name. */
const MAX_DISTANCE = 0.25;
/** The same for half of a name; short sounds differ more easily. */
const MAX_PART_DISTANCE = 0.34;
/** Matches that are farther than the nearest one by more than this are dropped. */
const MAX_DISTANCE_GAP = 0.12;
/** Distance added for each power of ten of passages: a common word was mostly recognised correctly. */
const FREQUENCY_PENALTY = 0.03;
const computeFrequencyPenalty = (passageCount: number) => FREQUENCY_PENALTY * Math.log10(passageCount);
/** Shortest half of a name in phonemes. */
const MIN_PART_PHONEMES = 2;
const MAX_MATCHES = 12;
/** Most pairs whose positions are looked up. In a large library each takes a read or two. */
const getMaxPairs = ({ passageCount }: Segment): number => (passageCount > 100_000 ? 32 : 96);
const HALF_LIMITS = { maxDistance: MAX_PART_DISTANCE, count: 32 };

/**
 * Finds what sounds like some letters, nearest first, without the letters themselves.
 * @param withPairs Also finds pairs of adjacent words.
 * @example await findSoundsLike(segment, "enlitic", true) // "in lytic"
 */
export async function findSoundsLike(
  segment: Segment,
  letters: string,
  withPairs: boolean,
): Promise<SoundsLikeMatch[]> {
  const sound = toPhonemes(letters);
  const sounds = await segment.loadSounds();
  const words = findNearestWords(sounds, sound, { maxDistance: MAX_DISTANCE, count: MAX_MATCHES + 1 });
  const wordReads = words.map(async ({ word, distance }): Promise<SoundsLikeMatch[]> => {
    const entry = word === letters ? undefined : segment.words.get(word);
    if (!entry || entry.isStop) return [];
    const { passageCount } = entry;
    const postings = await segment.readPostings(entry);
    return [
      { words: word, distance: distance + computeFrequencyPenalty(passageCount), passageCount, postings },
    ];
  });
  const pairs = withPairs ? findPairs(sounds, sound, getMaxPairs(segment)) : [];
  const pairReads = takeAffordablePairs(segment, pairs).map(
    async ({ pair, entries, rarerCount }): Promise<SoundsLikeMatch[]> => {
      const postings = await readAdjacentPostings(segment, entries);
      const passageCount = postings.docs.length;
      const distance = pair.distance + computeFrequencyPenalty(rarerCount);
      return passageCount ? [{ words: pair.words, distance, passageCount, postings }] : [];
    },
  );
  const matches = (await Promise.all([...wordReads, ...pairReads])).flat();
  const nearest = matches
    .toSorted((a, b) => a.distance - b.distance || compareCodeUnits(a.words, b.words))
    .slice(0, MAX_MATCHES);
  return nearest.filter(({ distance }) => distance <= nearest[0]!.distance + MAX_DISTANCE_GAP);
}

/** Cached sounds, some 40 bytes each. Every cut of a name asks for the same phonetic keys. */
const MAX_CACHED_SOUNDS = 60_000;
const soundCaches = new WeakMap<SoundIndex, { count: number; byKey: Map<string, readonly string[]> }>();

/** Sounds with a phonetic key. */
function getCachedSounds(sounds: SoundIndex, phoneticKey: string): readonly string[] {
  let cache = soundCaches.get(sounds);
  if (!cache || cache.count >= MAX_CACHED_SOUNDS)
    soundCaches.set(sounds, (cache = { count: 0, byKey: new Map() }));
  let found = cache.byKey.get(phoneticKey);
  if (!found) {
    found = sounds.findSounds(phoneticKey);
    cache.byKey.set(phoneticKey, found);
    cache.count += found.length + 1;
  }
  return found;
}

/** Words that sound like phonemes, nearest first. */
function findNearestWords(
  sounds: SoundIndex,
  phonemes: string,
  { maxDistance, count }: { maxDistance: number; count: number },
): SoundsLikeWord[] {
  const computeDistance = createPhoneticDistance(phonemes);
  const nearest = new NearestSet<{ phoneticKey: string; sound: string; distance: number }>(
    count,
    maxDistance,
  );
  for (const phoneticKey of listSimilarKeys(toPhoneticKey(phonemes)))
    for (const sound of getCachedSounds(sounds, phoneticKey)) {
      const distance = computeDistance(sound, nearest.limit);
      if (distance <= nearest.limit) nearest.add({ phoneticKey, sound, distance });
    }
  return nearest
    .getSorted()
    .flatMap(({ phoneticKey, sound, distance }) =>
      sounds.findWords(phoneticKey, sound).map((word) => ({ word, sound, distance })),
    )
    .toSorted((a, b) => a.distance - b.distance || compareCodeUnits(a.word, b.word))
    .slice(0, count);
}

/** Breaks ties in an order that does not depend on the segment. */
const compareCodeUnits = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** The classes of consonants in phonetic keys. */
const CONSONANT_CLASSES = [..."ptksnl"];

/** A phonetic key, and all keys one deletion, insertion or substitution away. */
function listSimilarKeys(phoneticKey: string): Set<string> {
  const keys = new Set([phoneticKey]);
  for (let i = 0; i <= phoneticKey.length; i++) {
    const before = phoneticKey.slice(0, i);
    const after = phoneticKey.slice(i + 1);
    if (i < phoneticKey.length && phoneticKey.length > 1) keys.add(before + after);
    for (const consonant of CONSONANT_CLASSES) {
      keys.add(before + consonant + phoneticKey.slice(i));
      if (i < phoneticKey.length) keys.add(before + consonant + after);
    }
  }
  return keys;
}

/** Pairs of words that together sound like phonemes: for every cut, the words that sound like either half. */
function findPairs(sounds: SoundIndex, phonemes: string, count: number): SoundsLikePair[] {
  const computeDistance = createPhoneticDistance(phonemes);
  const pairs = new NearestSet<SoundsLikePair>(count, MAX_DISTANCE);
  const seen = new Set<string>();
  for (let cut = MIN_PART_PHONEMES; cut <= phonemes.length - MIN_PART_PHONEMES; cut++) {
    const leftWords = findNearestWords(sounds, phonemes.slice(0, cut), HALF_LIMITS);
    const rightWords = findNearestWords(sounds, phonemes.slice(cut), HALF_LIMITS);
    for (const left of leftWords)
      for (const right of rightWords) {
        const distance = computeDistance(left.sound + right.sound, pairs.limit);
        const words = `${left.word} ${right.word}`;
        // The distance does not depend on the cut, so each pair is tried once.
        if (distance > pairs.limit || seen.has(words)) continue;
        seen.add(words);
        pairs.add({ words, pairWords: [left.word, right.word], distance });
      }
  }
  return pairs
    .getSorted()
    .toSorted((a, b) => a.distance - b.distance || compareCodeUnits(a.words, b.words))
    .slice(0, count);
}

/** Most passages of rarer words that are looked up for one name; the pairs of a thousand episodes have fewer. */
const MAX_PAIR_PASSAGES = 50_000;

/** The first pairs whose lookups stay within the budget. */
function takeAffordablePairs(
  segment: Segment,
  pairs: readonly SoundsLikePair[],
): { pair: SoundsLikePair; entries: WordStats[]; rarerCount: number }[] {
  const entriesByWord = new Map(
    [...new Set(pairs.flatMap((pair) => pair.pairWords))].map((word) => [word, segment.words.get(word)!]),
  );
  let lookups = 0;
  return pairs.flatMap((pair) => {
    const entries = pair.pairWords.map((word) => entriesByWord.get(word)!);
    // The more common word is looked up next to the rarer one.
    const rarerCount = Math.min(...entries.map(({ passageCount }) => passageCount));
    lookups += rarerCount;
    return lookups <= MAX_PAIR_PASSAGES ? [{ pair, entries, rarerCount }] : [];
  });
}

/** The postings of two adjacent words. */
async function readAdjacentPostings(segment: Segment, entries: readonly WordStats[]): Promise<Postings> {
  const docs: number[] = [];
  const frequencies: number[] = [];
  for (const position of await findAdjacentPositions(segment, entries)) {
    const doc = findPassage(segment.wordsBefore, docs.at(-1) ?? 0, position);
    if (doc === docs.at(-1)) frequencies[frequencies.length - 1]!++;
    else {
      docs.push(doc);
      frequencies.push(1);
    }
  }
  return { docs: Uint32Array.from(docs), frequencies: Uint32Array.from(frequencies) };
}
