import { memoize } from "../../../shared/memoize.ts";
import { computePhoneticDistance, toPhonemes } from "../../../shared/phonetics.ts";
import { findBestChain } from "./find-best-chain.ts";
import { alignGap, MAX_GAP_CELLS, type AlignedPair } from "./align-gap.ts";
import { findUniqueRuns, type AlignedRun, type AlignOffsets } from "./find-unique-runs.ts";

/** Words that stand once in both texts are looked for in rows of so many, then in shorter ones. */
const RUN_LENGTHS = [4, 2] as const;
/** Sounds this near or nearer may be the same word; its weight then. */
const MAX_SOUND_DISTANCE = 0.3;
const SOUNDS_LIKE_WEIGHT = 0.5;
/** The sounds of shorter words say nothing. */
const MIN_SOUND_LETTERS = 4;

/**
 * Aligns two hearings of the same talk word by word: rows of words that stand once in both are the frame, what lies
 * between them is compared word by word, and what only one side has is passed over. Grows with the length of the
 * texts, not with its square.
 * @param a words in the form of `tokensOf`
 * @returns pairs ascending in both
 */
export function alignTokens(a: readonly string[], b: readonly string[]): AlignedPair[] {
  const ids = new Map<string, number>();
  const idsOf = (words: readonly string[]) =>
    Int32Array.from(words, (word) => {
      const known = ids.get(word);
      if (known !== undefined) return known;
      ids.set(word, ids.size);
      return ids.size - 1;
    });
  const [idsA, idsB] = [idsOf(a), idsOf(b)];
  const pairs: AlignedPair[] = [];
  const compare = ({ a: [fromA, toA], b: [fromB, toB] }: AlignOffsets) => {
    const gap = alignGap(toA - fromA, toB - fromB, {
      compareTokens: (i, j) =>
        idsA[fromA + i] === idsB[fromB + j] ? 1 : compareSounds(a[fromA + i]!, b[fromB + j]!),
      compareJoined: (i, j, side) =>
        side === "a"
          ? compareExact(a[fromA + i]! + a[fromA + i + 1]!, b[fromB + j]!)
          : compareExact(a[fromA + i]!, b[fromB + j]! + b[fromB + j + 1]!),
    });
    for (const pair of gap) pairs.push({ ...pair, a: pair.a + fromA, b: pair.b + fromB });
  };
  const align = (within: AlignOffsets, level: number) => {
    const [lengthA, lengthB] = [within.a[1] - within.a[0], within.b[1] - within.b[0]];
    if (!lengthA || !lengthB) return;
    if (level > 0 && lengthA * lengthB <= MAX_GAP_CELLS) {
      compare(within);
      return;
    }
    const size = RUN_LENGTHS[level];
    const chain = size ? findBestChain(findUniqueRuns(idsA, idsB, within, size), b.length) : [];
    // Nothing in common that can be told: what one side lacks, or another talk.
    if (!chain.length && level + 1 >= RUN_LENGTHS.length) return;
    let [atA, atB] = [within.a[0], within.b[0]];
    const end: AlignedRun = { a: within.a[1], b: within.b[1], length: 0 };
    for (const run of [...chain, end]) {
      align({ a: [atA, run.a], b: [atB, run.b] }, level + 1);
      for (let k = 0; k < run.length; k++) pairs.push({ a: run.a + k, b: run.b + k, weight: 1 });
      [atA, atB] = [run.a + run.length, run.b + run.length];
    }
  };
  align({ a: [0, a.length], b: [0, b.length] }, 0);
  return pairs;
}

const compareExact = (a: string, b: string) => (a === b ? 1 : 0);
const getCachedSound = memoize(toPhonemes);

/** Half as good as the same word: one that sounds like it. */
function compareSounds(a: string, b: string): number {
  if (a.length < MIN_SOUND_LETTERS || b.length < MIN_SOUND_LETTERS || Math.abs(a.length - b.length) > 4)
    return 0;
  return computePhoneticDistance(getCachedSound(a), getCachedSound(b)) <= MAX_SOUND_DISTANCE
    ? SOUNDS_LIKE_WEIGHT
    : 0;
}
