import { computeSpellingSimilarity } from "../../../shared/edit-distance.ts";
import {
  computePhoneticDistance,
  toPhonemes,
  toPhoneticKey,
  toPlainLetters,
} from "../../../shared/phonetics.ts";
import { listKeyVariants, type Lexicon, type LexiconEntry } from "./lexicon.ts";

/** A name that some heard words may be. */
export interface NameCandidate {
  entry: LexiconEntry;
  /** Phonetic distance to the heard words; 0 for the same sounds. */
  distance: number;
}

/** Two names this close to each other in distance are no single answer. */
const MIN_RIVAL_MARGIN = 0.06;
/** A word with a smaller share of letters in common is another word. */
const MIN_SPELLING_SIMILARITY = 0.25;
const MAX_LENGTH_DIFFERENCE = 3;
const MAX_CANDIDATE_DISTANCE = 0.3;

/** Highest phonetic distance at which an unknown word counts as a name of this many phonemes. */
export const getMaxDistance = (phonemeCount: number): number =>
  phonemeCount >= 7 ? 0.24 : phonemeCount === 6 ? 0.18 : phonemeCount === 5 ? 0.05 : 0.03;

/** Whether another name is close enough to be meant. */
const isRival = ({ entry, distance }: NameCandidate, best: LexiconEntry): boolean =>
  entry.letters !== best.letters && distance <= getMaxDistance(entry.phonemes.length);

/** Finds the one name that sounds nearly like the heard words; null for none and for more than one. */
export function findNearestName(lexicon: Lexicon, text: string): NameCandidate | null {
  const phonemes = toPhonemes(text);
  const letters = toPlainLetters(text);
  const seen = new Set<LexiconEntry>();
  let best: NameCandidate | null = null;
  let rivalDistance = Infinity;
  for (const key of listKeyVariants(toPhoneticKey(phonemes)))
    for (const entry of lexicon.byPhoneticKey.get(key) ?? []) {
      if (seen.has(entry)) continue;
      seen.add(entry);
      if (Math.abs(entry.phonemes.length - phonemes.length) > MAX_LENGTH_DIFFERENCE) continue;
      const distance = computePhoneticDistance(phonemes, entry.phonemes);
      if (distance > MAX_CANDIDATE_DISTANCE) continue;
      if (computeSpellingSimilarity(letters, entry.letters) < MIN_SPELLING_SIMILARITY) continue;
      if (!best || distance < best.distance) {
        if (best && isRival(best, entry)) rivalDistance = best.distance;
        best = { entry, distance };
      } else if (isRival({ entry, distance }, best.entry)) rivalDistance = Math.min(rivalDistance, distance);
    }
  return best && rivalDistance - best.distance >= MIN_RIVAL_MARGIN ? best : null;
}
