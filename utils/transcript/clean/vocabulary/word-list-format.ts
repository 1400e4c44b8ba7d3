/** The words of a spoken language. */
export interface WordList {
  /** How often each word occurs, by lower-case word. Exact up to 16, above within a fifth. */
  words: ReadonlyMap<string, number>;
  /** Words that are mostly capitalized, in lower case. */
  capitals: ReadonlySet<string>;
}

/** Counts up to this have a rank each; higher ranks are powers of the square root of two. */
const MAX_EXACT_COUNT = 16;
const FIRST_RANK_CODE = "0".charCodeAt(0);
const toRank = (count: number) =>
  count <= MAX_EXACT_COUNT ? count : Math.round(2 * Math.log2(count)) + MAX_EXACT_COUNT - 8;
const toCount = (rank: number) =>
  rank <= MAX_EXACT_COUNT ? rank : Math.round(2 ** ((rank - MAX_EXACT_COUNT + 8) / 2));

/** Rarer words are mostly misspelt, and would add a fifth to the packed size. */
const MIN_STORED_COUNT = 2;
/** The largest digit in base 36. */
const MAX_SHARED_LETTERS = 35;
const CAPITAL_MARK = "^";

/**
 * Packs a word list into text that compresses well: sorted and front-coded.
 * Line 1 has one character per word: the length of the prefix shared with the word before, in base 36.
 * Line 2 has one character per word: the rank of its count.
 * Then follows the rest of each word on a line of its own, with "^" after a word that is mostly capitalized.
 *
 * @see https://en.wikipedia.org/wiki/Incremental_encoding
 */
export function packWords(list: Iterable<{ word: string; count: number }>): string {
  const words = new Map<string, { count: number; isCapital: boolean }>();
  for (const { word, count } of list) {
    const key = word.toLowerCase();
    const same = words.get(key);
    const isCapital = (same?.isCapital ?? false) || key !== word;
    words.set(key, { count: (same?.count ?? 0) + count, isCapital });
  }
  let [before, sharedLengths, ranks] = ["", "", ""];
  const rests: string[] = [];
  for (const [word, { count, isCapital }] of [...words].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (count < MIN_STORED_COUNT) continue;
    let shared = 0;
    while (shared < MAX_SHARED_LETTERS && word[shared] && word[shared] === before[shared]) shared++;
    sharedLengths += shared.toString(36);
    ranks += String.fromCharCode(FIRST_RANK_CODE + toRank(count));
    rests.push(`${word.slice(shared)}${isCapital ? CAPITAL_MARK : ""}`);
    before = word;
  }
  return [sharedLengths, ranks, ...rests].join("\n");
}

/** Reads a packed word list. */
export function unpackWords(packed: string): WordList {
  const [sharedLengths = "", ranks = "", ...rests] = packed.split("\n");
  const words = new Map<string, number>();
  const capitals = new Set<string>();
  let word = "";
  for (const [i, rest] of rests.entries()) {
    const isCapital = rest.endsWith(CAPITAL_MARK);
    const shared = Number.parseInt(sharedLengths[i] ?? "0", 36);
    word = word.slice(0, shared) + (isCapital ? rest.slice(0, -1) : rest);
    words.set(word, toCount(ranks.charCodeAt(i) - FIRST_RANK_CODE));
    if (isCapital) capitals.add(word);
  }
  return { words, capitals };
}
