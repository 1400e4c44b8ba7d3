import { computePhoneticDistance, toPlainLetters } from "../../../shared/phonetics.ts";
import type { Evidence } from "../../model/evidence.ts";
import { getMaxDistance } from "./find-nearest-name.ts";
import type { LexiconEntry } from "./lexicon.ts";
import { isUnbroken, type NameMatch } from "./name-match.ts";
import {
  getNearestName,
  getPhonemes,
  hasNearbyWord,
  NEARBY_REACH_WORDS,
  type NameSearch,
} from "./name-search.ts";

/** Highest phonetic distance of an ordinary word beside a word that is elsewhere beside the name. */
const MAX_NEIGHBOR_DISTANCE = 0.22;
/** The same beside a word that the glossary lists as evidence. */
const MAX_NEARBY_DISTANCE = 0.06;
/** Several words, and any that sound like a word of a headline, have to sound more like the name. */
const SEVERAL_WORDS_FACTOR = 0.7;
/** A word at the end of a match is part of it only if the distance is this much higher without it. */
const MIN_EXTRA_WORD_GAIN = 0.1;
/** In as many words as the name has, each sounds at least this much like its counterpart. */
const MAX_WORD_DISTANCE = 0.4;
/** Shorter names are not taken for ordinary words. */
const MIN_NEIGHBOR_PHONEMES = 5;
/** A name may be heard as this many words. */
const MAX_HEARD_WORDS = 3;

interface SoundMatch extends NameMatch {
  distance: number;
}

/** Finds a name that sounds like words that are unknown, or like an ordinary word next to evidence for the name. */
export function findNameBySound(search: NameSearch, from: number): NameMatch | null {
  const { facts, words } = search;
  const { isFunction, isNameWord } = facts[from]!;
  const hasUnknown = facts.slice(from, from + MAX_HEARD_WORDS).some(({ isUnknown }) => isUnknown);
  if (!hasUnknown && (isFunction || isNameWord)) return null;
  const maxEnd = Math.min(words.length, from + (hasUnknown ? MAX_HEARD_WORDS : 1));
  let best: SoundMatch | null = null;
  for (let to = from + 1; to <= maxEnd && isUnbroken(search, from, to); to++) {
    const match = matchWords(search, from, to);
    if (match && (!best || match.distance < best.distance)) best = match;
  }
  return best;
}

function matchWords(search: NameSearch, from: number, to: number): SoundMatch | null {
  const facts = search.facts.slice(from, to);
  const isExcluded = facts.some(
    ({ letters, isSingleWord, isNameWord, isOrdinary }) =>
      !letters || !isSingleWord || (isNameWord && !isOrdinary),
  );
  if (isExcluded) return null;
  const hasUnknown = facts.some(({ isUnknown }) => isUnknown);
  const isContentWord = facts.length === 1 && !facts[0]!.isFunction && !facts[0]!.isNameWord;
  if (!hasUnknown && !(isContentWord && mayHaveEvidence(search, from, to))) return null;
  const heard = search.words.slice(from, to);
  const candidate = getNearestName(search, heard.join(" "));
  if (!candidate || candidate.entry.letters === toPlainLetters(heard.join(""))) return null;
  const { entry, distance } = candidate;
  if (!matchesWordByWord(heard, entry) || hasExtraWord(heard, entry, distance)) return null;
  const neighbor = findEvidence(search, entry, from, to);
  const factor = heard.length > 1 || entry.fromHeadline ? SEVERAL_WORDS_FACTOR : 1;
  const maxAlone = hasUnknown && !entry.isOrdinary ? getMaxDistance(entry.phonemes.length) * factor : 0;
  const maxBeside =
    isContentWord && entry.phonemes.length >= MIN_NEIGHBOR_PHONEMES ? neighbor.maxDistance : 0;
  // A known word remains without evidence, however much it sounds like a name.
  if (distance > Math.max(maxAlone, maxBeside) || !(hasUnknown || neighbor.word)) return null;
  const { name, source } = entry;
  const why: Evidence =
    distance > maxAlone
      ? { rule: "sound-near", name, source, near: neighbor.word }
      : { rule: "sound", name, source };
  return { from, to, name, distance, why };
}

/** Whether the name sounds nearly as close without the first or last word. */
const hasExtraWord = (heard: readonly string[], { phonemes }: LexiconEntry, distance: number): boolean =>
  heard.length > 1 &&
  [heard.slice(1), heard.slice(0, -1)].some(
    (fewer) =>
      computePhoneticDistance(getPhonemes(fewer.join("")), phonemes) < distance + MIN_EXTRA_WORD_GAIN,
  );

/** Whether each word sounds like its counterpart, where there are as many as the name has. */
const matchesWordByWord = (heard: readonly string[], { words }: LexiconEntry): boolean =>
  heard.length === 1 ||
  heard.length !== words.length ||
  heard.every(
    (word, i) => computePhoneticDistance(getPhonemes(word), getPhonemes(words[i]!)) <= MAX_WORD_DISTANCE,
  );

/** A cheap test that spares most comparisons of sounds. */
const mayHaveEvidence = (
  { lexicon, words, wordsBefore, wordsAfter }: NameSearch,
  from: number,
  to: number,
): boolean =>
  wordsAfter.has(words[from - 1] ?? "") || wordsBefore.has(words[to] ?? "") || lexicon.hasNearbyWords;

/** The neighboring word that is evidence for a name, and the highest distance it allows; an empty word for none. */
function findEvidence(
  search: NameSearch,
  entry: LexiconEntry,
  from: number,
  to: number,
): { word: string; maxDistance: number } {
  const { words, isFunction, wordsBefore, wordsAfter } = search;
  const [before, after] = [words[from - 1] ?? "", words[to] ?? ""];
  const [first, last] = [entry.words[0]!, entry.words.at(-1)!];
  if (after && !isFunction(after) && wordsAfter.get(last)?.has(after))
    return { word: after, maxDistance: MAX_NEIGHBOR_DISTANCE };
  if (before && !isFunction(before) && wordsBefore.get(first)?.has(before))
    return { word: before, maxDistance: MAX_NEIGHBOR_DISTANCE };
  if (!hasNearbyWord(search, entry, from, to)) return { word: "", maxDistance: 0 };
  const nearby = words.slice(Math.max(0, from - NEARBY_REACH_WORDS), to + NEARBY_REACH_WORDS);
  const word = nearby.find((candidate) => entry.nearbyWords.has(candidate)) ?? "";
  return { word, maxDistance: MAX_NEARBY_DISTANCE };
}
