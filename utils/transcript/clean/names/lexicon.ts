import type { Name } from "../known.ts";
import { bare } from "../vocabulary.ts";
import { bonesOf, lettersOf, soundOf } from "./sound.ts";

/** A name ready to be compared. */
export interface Entry extends Name {
  words: string[];
  /** Its words as they are written. */
  written: string[];
  letters: string;
  sounds: string;
  nearby: ReadonlySet<string>;
  /** It is made of ordinary words alone: without evidence beside it, it may be no name. */
  ordinary: boolean;
}

/** All known names, found by how they are spelt, heard and sound. */
export interface Lexicon {
  /** Names by their letters and by those of what is heard for them. */
  byLetters: ReadonlyMap<string, { entry: Entry; heard: boolean }[]>;
  /** Every beginning of the keys above. */
  beginnings: ReadonlySet<string>;
  byBones: ReadonlyMap<string, Entry[]>;
  /** Every word of every name: right as it stands. */
  words: ReadonlySet<string>;
  /** Words that stand beside each other in names, and around them where they are written. */
  pairs: readonly (readonly [string, string])[];
  /** Terms of several words, by each of their words. */
  inPhrases: ReadonlyMap<string, { entry: Entry; index: number }[]>;
  /** Whether any name has words of its own that are evidence. */
  hasNear: boolean;
  /** Full names, by the bones of the first. */
  people: ReadonlyMap<string, Entry[]>;
}

/** Shorter names are not looked for by sound. */
const SHORTEST = 4;

/** Makes the lexicon; `isOrdinary` tells words of everyday speech. */
export function lexiconOf(names: readonly Name[], isOrdinary: (word: string) => boolean): Lexicon {
  const entries = names.map((name) => entryOf(name, isOrdinary));
  const byLetters = new Map<string, { entry: Entry; heard: boolean }[]>();
  const byBones = new Map<string, Entry[]>();
  const beginnings = new Set<string>();
  const pairs: (readonly [string, string])[] = [];
  for (const entry of entries) {
    for (const [text, heard] of [
      [entry.name, false],
      ...(entry.heard ?? []).map((h) => [h, true] as const),
    ] as const) {
      const letters = lettersOf(text);
      push(byLetters, letters, { entry, heard });
      for (let end = 1; end <= letters.length; end++) beginnings.add(letters.slice(0, end));
    }
    if (entry.sounds.length >= SHORTEST && !(entry.person && entry.words.length > 1))
      for (const bones of variants(bonesOf(entry.sounds))) push(byBones, bones, entry);
    for (const phrase of [entry.words, ...(entry.phrases ?? []).map((text) => text.split(" "))])
      for (let i = 1; i < phrase.length; i++) pairs.push([phrase[i - 1]!, phrase[i]!]);
  }
  const words = new Set(entries.flatMap((entry) => entry.words));
  const inPhrases = new Map<string, { entry: Entry; index: number }[]>();
  for (const entry of entries)
    if (entry.words.length > 1 && !entry.person)
      entry.words.forEach((word, index) => push(inPhrases, word, { entry, index }));
  const people = new Map<string, Entry[]>();
  for (const entry of entries) if (entry.person) push(people, bonesOf(soundOf(entry.words[0] ?? "")), entry);
  const hasNear = entries.some(({ nearby }) => nearby.size > 0);
  return { byLetters, beginnings, byBones, words, pairs, inPhrases, hasNear, people };
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const found = map.get(key);
  if (!found) map.set(key, [value]);
  else if (!found.includes(value)) found.push(value);
}

/** Some bones, and the same with one of them missing: two rows that differ in one place share a variant. */
export const variants = (bones: string): string[] => [
  bones,
  ...Array.from({ length: bones.length }, (_, i) => bones.slice(0, i) + bones.slice(i + 1)),
];

function entryOf(name: Name, isOrdinary: (word: string) => boolean): Entry {
  const written = name.name.split(/[\s/&]+/).filter(bare);
  const words = written.map(bare);
  return {
    ...name,
    words,
    written,
    letters: lettersOf(name.name),
    sounds: soundOf(name.name),
    nearby: new Set(name.near?.map(bare)),
    ordinary: words.every(isOrdinary),
  };
}
