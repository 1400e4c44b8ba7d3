import type { LexiconEntry, Lexicon } from "./lexicon.ts";
import { listKeyVariants } from "./lexicon.ts";
import { computeSpellingSimilarity } from "../../../shared/edit-distance.ts";
import {
  toPhoneticKey,
  toPlainLetters,
  computePhoneticDistance,
  toPhonemes,
} from "../../../shared/phonetics.ts";

/** A name that some heard words may be. */
export interface NameCandidate {
  entry: LexiconEntry;
  /** How far apart they sound, 0 for the same. */
  distance: number;
}

/** Two names this close to each other in sound are no single answer. */
const MIN_RIVAL_MARGIN = 0.06;
/** Fewer letters in common than this share, and it is another word. */
const MIN_SPELLING_SIMILARITY = 0.25;

/** How far apart a name of so many sounds may be from what was heard, where the heard word is none. */
export const getMaxDistance = (sounds: number): number =>
  sounds >= 7 ? 0.24 : sounds === 6 ? 0.18 : sounds === 5 ? 0.05 : 0.03;

/** Another name that is near enough to be meant itself. */
const isRival = ({ entry, distance }: NameCandidate, best: LexiconEntry) =>
  entry.letters !== best.letters && distance <= getMaxDistance(entry.phonemes.length);

/** Finds, for heard words, the one name that sounds nearly the same; null for none and for more than one. */
export function findNearestName(lexicon: Lexicon, text: string): NameCandidate | null {
  const sounds = toPhonemes(text);
  const letters = toPlainLetters(text);
  const seen = new Set<LexiconEntry>();
  let best: NameCandidate | null = null;
  let second = Infinity;
  for (const bones of listKeyVariants(toPhoneticKey(sounds)))
    for (const entry of lexicon.byPhoneticKey.get(bones) ?? []) {
      if (seen.has(entry)) continue;
      seen.add(entry);
      if (Math.abs(entry.phonemes.length - sounds.length) > 3) continue;
      const distance = computePhoneticDistance(sounds, entry.phonemes);
      if (distance > 0.3 || computeSpellingSimilarity(letters, entry.letters) < MIN_SPELLING_SIMILARITY)
        continue;
      if (!best || distance < best.distance) {
        if (best && isRival(best, entry)) second = best.distance;
        best = { entry, distance };
      } else if (isRival({ entry, distance }, best.entry)) second = Math.min(second, distance);
    }
  return best && second - best.distance >= MIN_RIVAL_MARGIN ? best : null;
}
