import { isUnbroken, type NameMatch } from "./name-match.ts";
import type { LetterMatch } from "./lexicon.ts";
import { hasNearbyWord, type NameSearch } from "./name-search.ts";

/** More words than any name or mishearing has. */
const MAX_NAME_WORDS = 9;
/** A mishearing longer than this is a name even across a comma that the recognizer put in. */
const MAX_BREAKABLE_WORDS = 2;

/** Finds a name that has exactly the letters that were heard, or is known to be heard with them. */
export function findNameByLetters(search: NameSearch, from: number): NameMatch | null {
  const { lexicon, words, facts } = search;
  let letters = "";
  let found: NameMatch | null = null;
  for (let to = from + 1; to <= Math.min(words.length, from + MAX_NAME_WORDS); to++) {
    letters += facts[to - 1]!.letters;
    if (!lexicon.letterPrefixes.has(letters)) break;
    const matches = (lexicon.byLetters.get(letters) ?? []).filter((match) =>
      isPlausible(search, match, from, to),
    );
    const withNeighbors = matches.filter(({ entry }) => entry.near);
    const best = withNeighbors.length ? withNeighbors : matches;
    const isUnique = new Set(best.map(({ entry }) => entry.name)).size === 1;
    const { entry, heard } = best[0] ?? {};
    if (!isUnique || !entry) continue;
    if (!isUnbroken(search, from, to) && !(heard && to - from > MAX_BREAKABLE_WORDS)) continue;
    if (!heard && entry.fromHeadline) continue;
    const { name, source } = entry;
    found = { from, to, name, why: { rule: heard ? "misheard" : "spelling", name, source } };
  }
  return found;
}

/** Whether a name with the right letters may be meant where it was heard. */
function isPlausible(search: NameSearch, { entry, heard }: LetterMatch, from: number, to: number): boolean {
  if (entry.near && (heard || entry.isOrdinary)) return hasNearbyWord(search, entry, from, to);
  if (heard) return true;
  if (entry.isOrdinary && entry.words.length === 1) return false;
  if (entry.letters.length < (entry.isOrdinary ? 3 : 2)) return false;
  // "drop out" is not always "dropout": ordinary words are no evidence for a lower-case name.
  const isSplit = to - from > entry.words.length && entry.name === entry.name.toLowerCase();
  const areOrdinary = () => search.facts.slice(from, to).every(({ isOrdinary }) => isOrdinary);
  return !(isSplit && /^\p{L}+$/u.test(entry.name) && areOrdinary());
}
