import type { KnownName } from "../context/curated-facts.ts";
import { toWordKey } from "../tokens/word-key.ts";
import { toPhoneticKey, toPlainLetters, toPhonemes } from "../../../shared/phonetics.ts";

/** A name ready to be compared. */
export interface LexiconEntry extends KnownName {
  words: string[];
  /** Its words as they are written. */
  written: string[];
  letters: string;
  phonemes: string;
  nearbyWords: ReadonlySet<string>;
  /** It is made of ordinary words alone: without evidence beside it, it may be no name. */
  isOrdinary: boolean;
}

/** All known names, found by how they are spelt, heard and sound. */
export interface Lexicon {
  /** Names by their letters and by those of what is heard for them. */
  byLetters: ReadonlyMap<string, { entry: LexiconEntry; heard: boolean }[]>;
  /** Every beginning of the keys above. */
  letterPrefixes: ReadonlySet<string>;
  byPhoneticKey: ReadonlyMap<string, LexiconEntry[]>;
  /** Every word of every name: right as it stands. */
  words: ReadonlySet<string>;
  /** Words that stand beside each other in names, and around them where they are written. */
  pairs: readonly (readonly [string, string])[];
  /** Terms of several words, by each of their words. */
  phrasesByWord: ReadonlyMap<string, { entry: LexiconEntry; index: number }[]>;
  /** Whether any name has words of its own that are evidence. */
  hasNearbyWords: boolean;
  /** Full names, by the bones of the first. */
  people: ReadonlyMap<string, LexiconEntry[]>;
}

/** Shorter names are not looked for by sound. */
const MIN_PHONEMES = 4;

/** Makes the lexicon; `isOrdinary` tells words of everyday speech. */
export function buildLexicon(names: readonly KnownName[], isOrdinary: (word: string) => boolean): Lexicon {
  const entries = names.map((name) => createLexiconEntry(name, isOrdinary));
  const byLetters = new Map<string, { entry: LexiconEntry; heard: boolean }[]>();
  const byBones = new Map<string, LexiconEntry[]>();
  const beginnings = new Set<string>();
  const pairs: (readonly [string, string])[] = [];
  for (const entry of entries) {
    for (const [text, heard] of [
      [entry.name, false],
      ...(entry.heard ?? []).map((h) => [h, true] as const),
    ] as const) {
      const letters = toPlainLetters(text);
      addUnique(byLetters, letters, { entry, heard });
      for (let end = 1; end <= letters.length; end++) beginnings.add(letters.slice(0, end));
    }
    if (entry.phonemes.length >= MIN_PHONEMES && !(entry.person && entry.words.length > 1))
      for (const bones of listKeyVariants(toPhoneticKey(entry.phonemes))) addUnique(byBones, bones, entry);
    for (const phrase of [entry.words, ...(entry.phrases ?? []).map((text) => text.split(" "))])
      for (let i = 1; i < phrase.length; i++) pairs.push([phrase[i - 1]!, phrase[i]!]);
  }
  const words = new Set(entries.flatMap((entry) => entry.words));
  const inPhrases = new Map<string, { entry: LexiconEntry; index: number }[]>();
  for (const entry of entries)
    if (entry.words.length > 1 && !entry.person)
      entry.words.forEach((word, index) => addUnique(inPhrases, word, { entry, index }));
  const people = new Map<string, LexiconEntry[]>();
  for (const entry of entries)
    if (entry.person) addUnique(people, toPhoneticKey(toPhonemes(entry.words[0] ?? "")), entry);
  const hasNear = entries.some(({ nearbyWords: nearby }) => nearby.size > 0);
  return {
    byLetters,
    letterPrefixes: beginnings,
    byPhoneticKey: byBones,
    words,
    pairs,
    phrasesByWord: inPhrases,
    hasNearbyWords: hasNear,
    people,
  };
}

function addUnique<T>(map: Map<string, T[]>, key: string, value: T): void {
  const found = map.get(key);
  if (!found) map.set(key, [value]);
  else if (!found.includes(value)) found.push(value);
}

/** Some bones, and the same with one of them missing: two rows that differ in one place share a variant. */
export const listKeyVariants = (bones: string): string[] => [
  bones,
  ...Array.from({ length: bones.length }, (_, i) => bones.slice(0, i) + bones.slice(i + 1)),
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
