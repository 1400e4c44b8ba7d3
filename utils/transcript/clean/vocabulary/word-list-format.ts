/** Words of a language as they are spoken. */
export interface WordList {
  /** How often each occurs, by lower-case word; exact up to 16, above within a fifth. */
  words: ReadonlyMap<string, number>;
  /** Those that are mostly written with a capital, in lower case. */
  capitals: ReadonlySet<string>;
}

/** The first characters stand for the counts up to this, the others for powers of the root of two. */
const MAX_EXACT_COUNT = 16;
const FIRST_RANK_CODE = "0".charCodeAt(0);
const toRank = (count: number) =>
  count <= MAX_EXACT_COUNT ? count : Math.round(2 * Math.log2(count)) + MAX_EXACT_COUNT - 8;
const toCount = (rank: number) =>
  rank <= MAX_EXACT_COUNT ? rank : Math.round(2 ** ((rank - MAX_EXACT_COUNT + 8) / 2));

/** Words that occur less often are mostly misspelt, and would cost a fifth of the whole. */
const MIN_STORED_COUNT = 2;

/**
 * Packs a list of words to text that compresses well: sorted, each without the beginning it shares with the one
 * before. First line: a character a word, the length of that beginning in base 36. Second: a character a word for
 * its count. Then the rests of the words, a line each; "^" at the end marks a capital.
 */
export function packWords(list: Iterable<{ word: string; count: number }>): string {
  const words = new Map<string, { count: number; capital: boolean }>();
  for (const { word, count } of list) {
    const small = word.toLowerCase();
    const old = words.get(small);
    words.set(small, { count: (old?.count ?? 0) + count, capital: old?.capital || small !== word });
  }
  let [before, shared, counts] = ["", "", ""];
  const rests: string[] = [];
  for (const [word, { count, capital }] of [...words].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (count < MIN_STORED_COUNT) continue;
    let same = 0;
    while (same < 35 && word[same] && word[same] === before[same]) same++;
    shared += same.toString(36);
    counts += String.fromCharCode(FIRST_RANK_CODE + toRank(count));
    rests.push(`${word.slice(same)}${capital ? "^" : ""}`);
    before = word;
  }
  return [shared, counts, ...rests].join("\n");
}

/** Reads a packed list. */
export function unpackWords(packed: string): WordList {
  const [shared = "", counts = "", ...rests] = packed.split("\n");
  const words = new Map<string, number>();
  const capitals = new Set<string>();
  let word = "";
  for (const [i, rest] of rests.entries()) {
    const isCapital = rest.endsWith("^");
    word = word.slice(0, Number.parseInt(shared[i] ?? "0", 36)) + (isCapital ? rest.slice(0, -1) : rest);
    words.set(word, toCount(counts.charCodeAt(i) - FIRST_RANK_CODE));
    if (isCapital) capitals.add(word);
  }
  return { words, capitals };
}
