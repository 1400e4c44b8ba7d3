import { isUnbroken, type NameMatch } from "./name-match.ts";
import { hasNearbyWord, type NameSearch } from "./name-search.ts";

/** A name spelt with the very letters that were heard, or heard as it often is. */
export function findNameByLetters(scene: NameSearch, from: number): NameMatch | null {
  const { lexicon, words, facts } = scene;
  let letters = "";
  let found: NameMatch | null = null;
  for (let to = from + 1; to <= Math.min(words.length, from + 9); to++) {
    letters += facts[to - 1]!.letters;
    if (!lexicon.letterPrefixes.has(letters)) break;
    const matches = (lexicon.byLetters.get(letters) ?? []).filter(({ entry, heard }) => {
      const beside = entry.near && hasNearbyWord(scene, entry, from, to);
      if (entry.near && (heard || entry.isOrdinary)) return beside;
      if (heard) return true;
      if (entry.isOrdinary && (entry.words.length === 1 || entry.letters.length < 3)) return false;
      // "drop out" is not always "dropout": a name in small letters needs its evidence.
      const isSplit = to - from > entry.words.length && entry.name === entry.name.toLowerCase();
      return (
        entry.letters.length > 1 &&
        !(isSplit && facts.slice(from, to).every((fact) => fact.isOrdinary) && /^\p{L}+$/u.test(entry.name))
      );
    });
    const best = matches.some(({ entry }) => entry.near)
      ? matches.filter(({ entry }) => entry.near)
      : matches;
    const names = new Set(best.map(({ entry }) => entry.name));
    // A long run that is known to be heard so is one name, whatever stops were put into it.
    if (names.size !== 1 || (!isUnbroken(scene, from, to) && !(best[0]!.heard && to - from > 2))) continue;
    const { entry, heard } = best[0]!;
    if (!heard && entry.fromHeadline) continue;
    const { name, source } = entry;
    found = { from, to, name, why: { rule: heard ? "misheard" : "spelling", name, source } };
  }
  return found;
}
