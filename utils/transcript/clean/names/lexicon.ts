import { toPhonemes, toPhoneticKey, toPlainLetters } from "../../../shared/phonetics.ts";
import type { KnownName } from "../context/curated-facts.ts";
import { toWordKey } from "../tokens/word-key.ts";

/** A known name with all that it is compared by. */
export interface LexiconEntry extends KnownName {
  /** The keys of its words. */
  words: string[];
  /** Its words as they are written. */
  written: string[];
  letters: string;
  phonemes: string;
  /** The keys of the words in `near`. */
  nearbyWords: ReadonlySet<string>;
  /** All of its words are ordinary, so that it may be no name where there is no evidence. */
  isOrdinary: boolean;
}

/** A name that has certain letters, or is known to be heard with them. */
export interface LetterMatch {
  entry: LexiconEntry;
  heard: boolean;
}

/** A term of several words, and the index of one of them. */
export interface PhraseWord {
  entry: LexiconEntry;
  index: number;
}

/** All known names by spelling and sound. */
export interface Lexicon {
  /** Names by their letters, and by the letters of their mishearings. */
  byLetters: ReadonlyMap<string, LetterMatch[]>;
  /** All prefixes of the keys of `byLetters`. */
  letterPrefixes: ReadonlySet<string>;
  byPhoneticKey: ReadonlyMap<string, LexiconEntry[]>;
  /** All words of all names. */
  words: ReadonlySet<string>;
  /** Words next to each other in names, and in the phrases where names are written. */
  pairs: readonly (readonly [string, string])[];
  /** Terms of several words, by each of their words. */
  phrasesByWord: ReadonlyMap<string, PhraseWord[]>;
  /** Some name lists nearby words as evidence. */
  hasNearbyWords: boolean;
  /** Full names, by the phonetic key of the first name. */
  people: ReadonlyMap<string, LexiconEntry[]>;
}

/** Shorter names are not searched for by sound. */
const MIN_PHONEMES = 4;

/**
 * Builds the lexicon.
 *
 * @param isOrdinary Whether a word key is a word of everyday speech.
 */
export function buildLexicon(names: readonly KnownName[], isOrdinary: (word: string) => boolean): Lexicon {
  const entries = names.map((name) => createLexiconEntry(name, isOrdinary));
  const byLetters = new Map<string, LetterMatch[]>();
  const letterPrefixes = new Set<string>();
  const byPhoneticKey = new Map<string, LexiconEntry[]>();
  const phrasesByWord = new Map<string, PhraseWord[]>();
  const people = new Map<string, LexiconEntry[]>();
  const pairs: (readonly [string, string])[] = [];
  for (const entry of entries) {
    const spellings = [[entry.name, false] as const, ...(entry.heard ?? []).map((h) => [h, true] as const)];
    for (const [text, heard] of spellings) {
      const letters = toPlainLetters(text);
      addUnique(byLetters, letters, { entry, heard });
      for (let end = 1; end <= letters.length; end++) letterPrefixes.add(letters.slice(0, end));
    }
    const isFullName = entry.person && entry.words.length > 1;
    if (entry.phonemes.length >= MIN_PHONEMES && !isFullName)
      for (const key of listKeyVariants(toPhoneticKey(entry.phonemes))) addUnique(byPhoneticKey, key, entry);
    for (const phrase of [entry.words, ...(entry.phrases ?? []).map((text) => text.split(" "))])
      for (let i = 1; i < phrase.length; i++) pairs.push([phrase[i - 1]!, phrase[i]!]);
    if (entry.person) addUnique(people, toPhoneticKey(toPhonemes(entry.words[0] ?? "")), entry);
    else if (entry.words.length > 1)
      for (const [index, word] of entry.words.entries()) addUnique(phrasesByWord, word, { entry, index });
  }
  return {
    byLetters,
    letterPrefixes,
    byPhoneticKey,
    words: new Set(entries.flatMap(({ words }) => words)),
    pairs,
    phrasesByWord,
    hasNearbyWords: entries.some(({ nearbyWords }) => nearbyWords.size > 0),
    people,
  };
}

function addUnique<T>(map: Map<string, T[]>, key: string, value: T): void {
  const values = map.get(key);
  if (!values) map.set(key, [value]);
  else if (!values.includes(value)) values.push(value);
}

/** A phonetic key, and the key without each of its sounds. Two keys that differ in one sound share a variant. */
export const listKeyVariants = (key: string): string[] => [
  key,
  ...Array.from({ length: key.length }, (_, i) => key.slice(0, i) + key.slice(i + 1)),
];

function createLexiconEntry(name: KnownName, isOrdinary: (word: string) => boolean): LexiconEntry {
  const written = name.name.split(/[\s/&]+/).filter(toWordKey);
  const words = written.map(toWordKey);
  return {
    ...name,
    words,
    written,
    letters: toPlainLetters(name.name),
    phonemes: toPhonemes(name.name),
    nearbyWords: new Set(name.near?.map(toWordKey)),
    isOrdinary: words.every(isOrdinary),
  };
}
