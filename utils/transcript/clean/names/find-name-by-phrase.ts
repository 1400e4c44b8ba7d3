import { isUnbroken, type NameMatch } from "./name-match.ts";
import { hasNearbyWord, getPhonemes, type NameSearch } from "./name-search.ts";
import { computePhoneticDistance } from "../../../shared/phonetics.ts";

/** Words are alike by more than their beginning or end: "supervised" and "unsupervised" are two words. */
const isDifferentWord = (a: string, b: string) => {
  let start = 0;
  while (a[start] && a[start] === b[start]) start++;
  let end = 0;
  while (a.at(-1 - end) && a.at(-1 - end) === b.at(-1 - end)) end++;
  const longer = Math.max(a.length, b.length);
  return a.endsWith(b) || b.endsWith(a) || start >= longer * 0.6 || end > longer * 0.75;
};

/** The one place in which some words differ from a term; -1 for none and for more. */
function findOnlyMismatch(term: readonly string[], words: readonly string[], start: number): number {
  if (start < 0 || start + term.length > words.length) return -1;
  let odd = -1;
  for (let i = 0; i < term.length; i++) {
    if (term[i] === words[start + i]) continue;
    if (odd >= 0) return -1;
    odd = i;
  }
  return odd;
}

/** One wrong word in a term of several, the others in their places. */
export function findNameByPhrase(scene: NameSearch, from: number): NameMatch | null {
  const { lexicon, words } = scene;
  const phrases = lexicon.phrasesByWord.get(words[from]!);
  if (!phrases) return null;
  for (const { entry, index } of phrases) {
    const start = from - index;
    const odd = findOnlyMismatch(entry.words, words, start);
    // Each term is looked at from one of its words: its first, or its second where the first is the odd one.
    if (odd < 0 || index !== (odd ? 0 : 1) || !isUnbroken(scene, start, start + entry.words.length)) continue;
    const at = start + odd;
    const [heard, wanted] = [words[at]!, entry.words[odd]!];
    if (heard.length < 4 || wanted.length < 4 || lexicon.words.has(heard) || isDifferentWord(heard, wanted))
      continue;
    const distance = computePhoneticDistance(getPhonemes(heard), getPhonemes(wanted));
    if (entry.near && !hasNearbyWord(scene, entry, start, start + entry.words.length)) continue;
    if (distance > (entry.words.length > 2 ? 0.2 : 0.12)) continue;
    const name = entry.written[odd]!;
    const why = { rule: "sound-in-term", name, source: entry.source, near: entry.name } as const;
    return { from: at, to: at + 1, name, why };
  }
  return null;
}
