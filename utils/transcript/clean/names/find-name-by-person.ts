import { computeSpellingSimilarity } from "../../../shared/edit-distance.ts";
import { computePhoneticDistance } from "../../../shared/phonetics.ts";
import { getMaxDistance } from "./find-nearest-name.ts";
import type { LexiconEntry } from "./lexicon.ts";
import { isUnbroken, type NameMatch } from "./name-match.ts";
import { getPhonemes, type NameSearch } from "./name-search.ts";

/** Highest phonetic distances of the first and last names of speakers, and of people only written about. */
const MAX_SPEAKER_DISTANCE = { first: 0.08, last: 0.3 };
const MAX_MENTIONED_DISTANCE = { first: 0.06, last: 0.2 };
/** Speakers say each other's names, so that a last name may be further off. */
const SPEAKER_ALLOWANCE = 0.06;
/** Ordinary words are a last name only if they sound the same. */
const MAX_ORDINARY_DISTANCE = 0.02;
/** A first name alone has to sound the same and be spelt alike. */
const MAX_FIRST_NAME_DISTANCE = 0.06;
const MIN_FIRST_NAME_SIMILARITY = 0.6;
/** First names differ from the heard word by at most this many letters in length. */
const MAX_LENGTH_DIFFERENCE = 2;
/** A last name may be heard as this many words. */
const MAX_LAST_NAME_WORDS = 3;

/** Finds a person's name by a first name that sounds right and the words after it. */
export function findNameByPerson(search: NameSearch, from: number): NameMatch | null {
  const { lexicon, words, facts } = search;
  const candidates = lexicon.people.get(facts[from]!.phoneticKey);
  if (!candidates) return null;
  const word = words[from]!;
  const isCapital = isCapitalized(search, from, from + 1);
  for (const person of candidates) {
    const { name, words: nameWords, speaks, source } = person;
    const [first, ...rest] = nameWords;
    if (!first || !rest.length || Math.abs(first.length - word.length) > MAX_LENGTH_DIFFERENCE) continue;
    const distance = computePhoneticDistance(getPhonemes(word), getPhonemes(first));
    const max = speaks ? MAX_SPEAKER_DISTANCE : MAX_MENTIONED_DISTANCE;
    if (distance > max.first || (!speaks && !isCapital && facts[from]!.isOrdinary)) continue;
    const to = findLastNameEnd(search, from, person, max.last);
    if (to !== null) {
      const isRight = words.slice(from, to).join(" ") === nameWords.join(" ");
      return isRight ? null : { from, to, name, why: { rule: "sound", name, source } };
    }
    const isFirstName =
      speaks &&
      isCapital &&
      word !== first &&
      distance <= MAX_FIRST_NAME_DISTANCE &&
      computeSpellingSimilarity(word, first) >= MIN_FIRST_NAME_SIMILARITY;
    if (!isFirstName) continue;
    const firstName = name.split(/\s+/)[0]!;
    return { from, to: from + 1, name: firstName, why: { rule: "spelling", name: firstName, source } };
  }
  return null;
}

/** Index after the words that sound most like a person's last name, for a first name at `from`; null for none. */
function findLastNameEnd(
  search: NameSearch,
  from: number,
  { words: nameWords, speaks }: LexiconEntry,
  maxDistance: number,
): number | null {
  const { words, facts } = search;
  const lastName = getPhonemes(nameWords.slice(1).join(""));
  const allowance = getMaxDistance(lastName.length) + (speaks ? SPEAKER_ALLOWANCE : 0);
  const maxEnd = Math.min(words.length, from + 1 + MAX_LAST_NAME_WORDS);
  let best: { to: number; distance: number } | null = null;
  for (let to = from + 2; to <= maxEnd && isUnbroken(search, from, to); to++) {
    const heard = words.slice(from + 1, to);
    const heardFacts = facts.slice(from + 1, to);
    const distance = computePhoneticDistance(getPhonemes(heard.join("")), lastName);
    const areOrdinary =
      heardFacts.every(({ isOrdinary }) => isOrdinary) &&
      !isCapitalized(search, from + 1, to) &&
      (!speaks || heardFacts.some(({ isFunction, letters }) => isFunction && letters.length > 1));
    const limit = areOrdinary ? MAX_ORDINARY_DISTANCE : Math.min(maxDistance, allowance);
    if (distance <= limit && (!best || distance < best.distance)) best = { to, distance };
  }
  return best?.to ?? null;
}

const isCapitalized = ({ tokens, tokenIndexes }: NameSearch, from: number, to: number): boolean =>
  tokenIndexes.slice(from, to).every((i) => /^\p{Lu}/u.test(tokens[i]!.text));
