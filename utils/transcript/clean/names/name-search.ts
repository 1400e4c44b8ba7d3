import { memoize } from "../../../shared/memoize.ts";
import { toPhonemes } from "../../../shared/phonetics.ts";
import type { Token } from "../tokens/token.ts";
import { toWordKey } from "../tokens/word-key.ts";
import { findNearestName, type NameCandidate } from "./find-nearest-name.ts";
import type { LexiconEntry } from "./lexicon.ts";
import type { NameKnowledge, NameWordFacts } from "./name-knowledge.ts";

/** The words of a transcript, prepared for the search for names. */
export interface NameSearch extends NameKnowledge {
  tokens: Token[];
  /** Index of the token of each word; tokens taken out have none. */
  tokenIndexes: number[];
  /** Word keys. */
  words: string[];
  facts: NameWordFacts[];
  /** Words directly before and after a word, in names and in the transcript, by that word. */
  wordsBefore: ReadonlyMap<string, ReadonlySet<string>>;
  wordsAfter: ReadonlyMap<string, ReadonlySet<string>>;
  /** Pairs of neighbors that the transcript repeats, so that they count as evidence. */
  neighborPairs: readonly string[];
}

/** Pairs of neighbors with this many occurrences are evidence. */
const MIN_PAIR_COUNT = 2;

/** Prepares a transcript: its words, and the words beside known names. */
export function buildNameSearch(tokens: Token[], knowledge: NameKnowledge): NameSearch {
  const tokenIndexes: number[] = [];
  const words: string[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const { text } = tokens[i]!;
    if (!text) continue;
    tokenIndexes.push(i);
    words.push(toWordKey(text));
  }
  const wordsBefore = new Map<string, Set<string>>();
  const wordsAfter = new Map<string, Set<string>>();
  const addNeighbors = (a: string, b: string) => {
    addToSet(wordsAfter, a, b);
    addToSet(wordsBefore, b, a);
  };
  for (const [a, b] of knowledge.lexicon.pairs) addNeighbors(a, b);
  const neighborPairs = findRepeatedPairs(words, knowledge);
  for (const [a, b] of neighborPairs) addNeighbors(a, b);
  return {
    ...knowledge,
    tokens,
    tokenIndexes,
    words,
    facts: words.map(knowledge.getWordFacts),
    wordsBefore,
    wordsAfter,
    neighborPairs: neighborPairs.map((pair) => pair.join(" ")),
  };
}

function addToSet(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key);
  if (set) set.add(value);
  else sets.set(key, new Set([value]));
}

/** Pairs of a rare word of a name and a content word that are repeatedly next to each other. */
function findRepeatedPairs(
  words: readonly string[],
  { rareNameWords, isFunction }: NameKnowledge,
): (readonly [string, string])[] {
  const counts = new Map<string, number>();
  const repeated: (readonly [string, string])[] = [];
  for (let k = 1; k < words.length; k++) {
    const pair = [words[k - 1]!, words[k]!] as const;
    const [a, b] = pair;
    const isTelling = (rareNameWords.has(a) && !isFunction(b)) || (rareNameWords.has(b) && !isFunction(a));
    if (!isTelling) continue;
    const count = (counts.get(`${a} ${b}`) ?? 0) + 1;
    counts.set(`${a} ${b}`, count);
    if (count === MIN_PAIR_COUNT) repeated.push(pair);
  }
  return repeated;
}

/** The phonemes of a text, memoized. */
export const getPhonemes = memoize(toPhonemes);

/** The name that sounds nearest to a text, memoized. */
export function getNearestName({ lexicon, nearestByText }: NameSearch, text: string): NameCandidate | null {
  const cached = nearestByText.get(text);
  if (cached !== undefined) return cached;
  const nearest = findNearestName(lexicon, text);
  nearestByText.set(text, nearest);
  return nearest;
}

/** A word is evidence for a name up to this many words away. */
export const NEARBY_REACH_WORDS = 3;

/** Whether one of a name's nearby words is close to the words from index `from` up to `to`. */
export function hasNearbyWord(
  { words }: NameSearch,
  { nearbyWords }: LexiconEntry,
  from: number,
  to: number,
): boolean {
  const last = Math.min(words.length, to + NEARBY_REACH_WORDS);
  for (let k = Math.max(0, from - NEARBY_REACH_WORDS); k < last; k++) {
    if (k >= from && k < to) continue;
    if (nearbyWords.has(words[k]!) || nearbyWords.has(words[k]!.replace(/s$/, ""))) return true;
  }
  return false;
}
