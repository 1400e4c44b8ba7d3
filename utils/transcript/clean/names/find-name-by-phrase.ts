import { computePhoneticDistance } from "../../../shared/phonetics.ts";
import { isUnbroken, type NameMatch } from "./name-match.ts";
import { getPhonemes, hasNearbyWord, type NameSearch } from "./name-search.ts";

/** Shorter words are too easily alike. */
const MIN_WORD_LETTERS = 4;
/** Highest phonetic distance of the wrong word in a term of two words, and in a longer one. */
const MAX_DISTANCE_IN_PAIR = 0.12;
const MAX_DISTANCE_IN_PHRASE = 0.2;
/** Two words with more than these shares in common at one end are forms of one word. */
const MAX_COMMON_START_SHARE = 0.6;
const MAX_COMMON_END_SHARE = 0.75;

/** Finds a term of several words of which all but one were heard right. */
export function findNameByPhrase(search: NameSearch, from: number): NameMatch | null {
  const { lexicon, words } = search;
  for (const { entry, index } of lexicon.phrasesByWord.get(words[from]!) ?? []) {
    const { words: term, name: near, source } = entry;
    const start = from - index;
    const end = start + term.length;
    const wrong = findOnlyMismatch(term, words, start);
    // Each term is tried at one of its words only: at the first, or at the second where the first is wrong.
    if (wrong < 0 || index !== (wrong ? 0 : 1) || !isUnbroken(search, start, end)) continue;
    const at = start + wrong;
    const [heard, wanted] = [words[at]!, term[wrong]!];
    if (heard.length < MIN_WORD_LETTERS || wanted.length < MIN_WORD_LETTERS) continue;
    if (lexicon.words.has(heard) || areFormsOfOneWord(heard, wanted)) continue;
    if (entry.near && !hasNearbyWord(search, entry, start, end)) continue;
    const distance = computePhoneticDistance(getPhonemes(heard), getPhonemes(wanted));
    if (distance > (term.length > 2 ? MAX_DISTANCE_IN_PHRASE : MAX_DISTANCE_IN_PAIR)) continue;
    const name = entry.written[wrong]!;
    return { from: at, to: at + 1, name, why: { rule: "sound-in-term", name, source, near } };
  }
  return null;
}

/** Index in a term of the only word that differs from the words at `start`; -1 for none and for several. */
function findOnlyMismatch(term: readonly string[], words: readonly string[], start: number): number {
  if (start < 0 || start + term.length > words.length) return -1;
  let mismatch = -1;
  for (let i = 0; i < term.length; i++) {
    if (term[i] === words[start + i]) continue;
    if (mismatch >= 0) return -1;
    mismatch = i;
  }
  return mismatch;
}

/** Whether two words are forms of one word, of which either may be right: "supervised" and "unsupervised". */
function areFormsOfOneWord(a: string, b: string): boolean {
  let start = 0;
  while (a[start] && a[start] === b[start]) start++;
  let end = 0;
  while (a.at(-1 - end) && a.at(-1 - end) === b.at(-1 - end)) end++;
  const longer = Math.max(a.length, b.length);
  return (
    a.endsWith(b) ||
    b.endsWith(a) ||
    start >= longer * MAX_COMMON_START_SHARE ||
    end > longer * MAX_COMMON_END_SHARE
  );
}
