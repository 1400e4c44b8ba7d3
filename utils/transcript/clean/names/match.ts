import type { Entry, Lexicon } from "./lexicon.ts";
import { variants } from "./lexicon.ts";
import { bonesOf, lettersOf, soundDistance, soundOf, spelling } from "./sound.ts";

/** A name that some heard words may be. */
export interface Candidate {
  entry: Entry;
  /** How far apart they sound, 0 for the same. */
  distance: number;
}

/** Two names this close to each other in sound are no single answer. */
const APART = 0.06;
/** Fewer letters in common than this share, and it is another word. */
const SPELT = 0.25;

/** How far apart a name of so many sounds may be from what was heard, where the heard word is none. */
export const farthest = (sounds: number): number =>
  sounds >= 7 ? 0.24 : sounds === 6 ? 0.18 : sounds === 5 ? 0.05 : 0.03;

/** Another name that is near enough to be meant itself. */
const isRival = ({ entry, distance }: Candidate, best: Entry) =>
  entry.letters !== best.letters && distance <= farthest(entry.sounds.length);

/** Finds, for heard words, the one name that sounds nearly the same; null for none and for more than one. */
export function nearest(lexicon: Lexicon, text: string): Candidate | null {
  const sounds = soundOf(text);
  const letters = lettersOf(text);
  const seen = new Set<Entry>();
  let best: Candidate | null = null;
  let second = Infinity;
  for (const bones of variants(bonesOf(sounds)))
    for (const entry of lexicon.byBones.get(bones) ?? []) {
      if (seen.has(entry)) continue;
      seen.add(entry);
      if (Math.abs(entry.sounds.length - sounds.length) > 3) continue;
      const distance = soundDistance(sounds, entry.sounds);
      if (distance > 0.3 || spelling(letters, entry.letters) < SPELT) continue;
      if (!best || distance < best.distance) {
        if (best && isRival(best, entry)) second = best.distance;
        best = { entry, distance };
      } else if (isRival({ entry, distance }, best.entry)) second = Math.min(second, distance);
    }
  return best && second - best.distance >= APART ? best : null;
}
