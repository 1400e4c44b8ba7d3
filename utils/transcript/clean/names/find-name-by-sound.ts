import type { Evidence } from "../../model/evidence.ts";
import { isUnbroken, type NameMatch } from "./name-match.ts";
import type { LexiconEntry } from "./lexicon.ts";
import { getMaxDistance } from "./find-nearest-name.ts";
import { hasNearbyWord, getNearestName, getPhonemes, type NameSearch } from "./name-search.ts";
import { toPlainLetters, computePhoneticDistance } from "../../../shared/phonetics.ts";

/** An ordinary word that sounds like a name, beside what stands beside that name elsewhere. */
const MAX_NEIGHBOR_DISTANCE = 0.22;
/** Beside a word that the glossary gives as evidence. */
const MAX_NEARBY_DISTANCE = 0.06;
/** Several words have to sound more like a name than one has to, and anything like a word of a headline. */
const SEVERAL_WORDS_FACTOR = 0.7;
/** So much more like a name have words to sound with one more at an end. */
const MIN_EXTRA_WORD_GAIN = 0.1;

/** A name that sounds like what was heard, where that is no word or stands beside evidence. */
export function findNameBySound(scene: NameSearch, from: number): NameMatch | null {
  const { facts, words } = scene;
  const fact = facts[from]!;
  const isOne = !(fact.isUnknown || facts[from + 1]?.isUnknown || facts[from + 2]?.isUnknown);
  if (isOne && (fact.isFunction || fact.isNameWord)) return null;
  let best: (NameMatch & { distance: number }) | null = null;
  for (let to = from + 1; to <= Math.min(words.length, from + (isOne ? 1 : 3)); to++) {
    if (!isUnbroken(scene, from, to)) break;
    const found = matchSpan(scene, from, to);
    if (found && !(best && best.distance <= found.distance)) best = found;
  }
  return best;
}

function matchSpan(scene: NameSearch, from: number, to: number): (NameMatch & { distance: number }) | null {
  const told = scene.facts.slice(from, to);
  if (told.some((fact) => !fact.letters || !fact.isSingleWord || (fact.isNameWord && !fact.isOrdinary)))
    return null;
  const isStrange = told.some((fact) => fact.isUnknown);
  const isContent = told.length === 1 && !told[0]!.isFunction && !told[0]!.isNameWord;
  if (!isStrange && !(isContent && hasEvidence(scene, from, to))) return null;
  const heard = scene.words.slice(from, to);
  const candidate = getNearestName(scene, heard.join(" "));
  if (!candidate || candidate.entry.letters === toPlainLetters(heard.join(""))) return null;
  const { entry, distance } = candidate;
  if (!hasMatchingWords(heard, entry) || hasExtraWord(heard, entry, distance)) return null;
  const { word, limit } = findEvidence(scene, entry, from, to);
  const doubt = heard.length > 1 || entry.fromHeadline ? SEVERAL_WORDS_FACTOR : 1;
  const most = isStrange && !entry.isOrdinary ? getMaxDistance(entry.phonemes.length) * doubt : 0;
  const beside = isContent && entry.phonemes.length >= 5 ? limit : 0;
  // However alike they sound, a word that is one stays without evidence.
  if (distance > Math.max(most, beside) || !(isStrange || word)) return null;
  const { name, source } = entry;
  const why: Evidence =
    distance > most ? { rule: "sound-near", name, source, near: word } : { rule: "sound", name, source };
  return { from, to, name, distance, why };
}

/** A word at an end belongs to the name only where the name is hardly there without it. */
const hasExtraWord = (heard: string[], { phonemes: wanted }: LexiconEntry, distance: number) =>
  heard.length > 1 &&
  [heard.slice(1), heard.slice(0, -1)].some(
    (fewer) => computePhoneticDistance(getPhonemes(fewer.join("")), wanted) < distance + MIN_EXTRA_WORD_GAIN,
  );

/** In as many words as the name has, each sounds like the one in its place. */
const hasMatchingWords = (heard: string[], { words }: LexiconEntry) =>
  heard.length === 1 ||
  heard.length !== words.length ||
  heard.every((word, i) => computePhoneticDistance(getPhonemes(word), getPhonemes(words[i]!)) <= 0.4);

/** Cheap test before sounds are compared. */
const hasEvidence = (
  { lexicon, words, wordsBefore: before, wordsAfter: behind }: NameSearch,
  from: number,
  to: number,
) => behind.has(words[from - 1] ?? "") || before.has(words[to] ?? "") || lexicon.hasNearbyWords;

/** The word beside a span that is evidence for a name, and how far their sounds may be apart with it. */
function findEvidence(
  scene: NameSearch,
  entry: LexiconEntry,
  from: number,
  to: number,
): { word: string; limit: number } {
  const { words, isFunction } = scene;
  const [before, behind] = [words[from - 1] ?? "", words[to] ?? ""];
  const [first, last] = [entry.words[0]!, entry.words.at(-1)!];
  if (behind && !isFunction(behind) && scene.wordsAfter.get(last)?.has(behind))
    return { word: behind, limit: MAX_NEIGHBOR_DISTANCE };
  if (before && !isFunction(before) && scene.wordsBefore.get(first)?.has(before))
    return { word: before, limit: MAX_NEIGHBOR_DISTANCE };
  if (!hasNearbyWord(scene, entry, from, to)) return { word: "", limit: 0 };
  const near = words.slice(Math.max(0, from - 3), to + 3).find((word) => entry.nearbyWords.has(word)) ?? "";
  return { word: near, limit: MAX_NEARBY_DISTANCE };
}
