import { isUnbroken, type NameMatch } from "./name-match.ts";
import { getMaxDistance } from "./find-nearest-name.ts";
import { getPhonemes, type NameSearch } from "./name-search.ts";
import { computeSpellingSimilarity } from "../../../shared/edit-distance.ts";
import { computePhoneticDistance } from "../../../shared/phonetics.ts";

/** How far names of those who speak may be off, and those that are only written about. */
const MAX_SPEAKER_DISTANCE = { first: 0.08, last: 0.3 };
const MAX_MENTIONED_DISTANCE = { first: 0.06, last: 0.2 };
/** A first name alone has to sound the same. */
const MAX_FIRST_NAME_DISTANCE = 0.06;

/** Whether all of some words have capitals. */
const isCapitalized = ({ tokens: pieces, tokenIndexes: at }: NameSearch, from: number, to: number) =>
  at.slice(from, to).every((i) => /^\p{Lu}/u.test(pieces[i]!.text));

/** The name of someone who speaks: a first name that sounds right, and what follows it. */
export function findNameByPerson(scene: NameSearch, from: number): NameMatch | null {
  const { lexicon, words, facts, tokens: pieces, tokenIndexes: at } = scene;
  const candidates = lexicon.people.get(facts[from]!.phoneticKey);
  if (!candidates) return null;
  const word = words[from]!;
  const isName = /^\p{Lu}/u.test(pieces[at[from]!]!.text);
  for (const { name, words: parts, speaks, source } of candidates) {
    const [first, ...rest] = parts;
    if (!first || !rest.length || Math.abs(first.length - word.length) > 2) continue;
    const distance = computePhoneticDistance(getPhonemes(word), getPhonemes(first));
    const most = speaks ? MAX_SPEAKER_DISTANCE : MAX_MENTIONED_DISTANCE;
    if (distance > most.first || (!speaks && !isName && facts[from]!.isOrdinary)) continue;
    const last = getPhonemes(rest.join(""));
    let best: { to: number; distance: number } | null = null;
    for (let to = from + 2; to <= Math.min(words.length, from + 4) && isUnbroken(scene, from, to); to++) {
      const heard = words.slice(from + 1, to);
      const apart = computePhoneticDistance(getPhonemes(heard.join("")), last);
      const told = facts.slice(from + 1, to);
      const isPlain =
        told.every((fact) => fact.isOrdinary) &&
        !isCapitalized(scene, from + 1, to) &&
        (!speaks || told.some(({ isFunction, letters }) => isFunction && letters.length > 1));
      const limit = isPlain ? 0.02 : Math.min(most.last, getMaxDistance(last.length) + (speaks ? 0.06 : 0));
      if (apart <= limit && (!best || apart < best.distance)) best = { to, distance: apart };
    }
    if (best) {
      if (words.slice(from, best.to).join(" ") === parts.join(" ")) return null;
      return { from, to: best.to, name, why: { rule: "sound", name, source } };
    }
    if (
      speaks &&
      isName &&
      word !== first &&
      distance <= MAX_FIRST_NAME_DISTANCE &&
      computeSpellingSimilarity(word, first) >= 0.6
    ) {
      const shown = name.split(/\s+/)[0]!;
      return { from, to: from + 1, name: shown, why: { rule: "spelling", name: shown, source } };
    }
  }
  return null;
}
