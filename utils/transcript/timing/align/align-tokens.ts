import { memoize } from "../../../shared/memoize.ts";
import { computePhoneticDistance, toPhonemes } from "../../../shared/phonetics.ts";
import { findBestChain } from "./find-best-chain.ts";
import { alignGap, MAX_GAP_CELLS, type AlignedPair } from "./align-gap.ts";
import { findUniqueRuns, type AlignedRun, type AlignOffsets } from "./find-unique-runs.ts";

/** Lengths of the word sequences that anchor the alignment: first those of four words, then of two. */
const RUN_LENGTHS = [4, 2] as const;
/** Words with at most this phonetic distance, from 0 to 1, may be the same word. */
const MAX_SOUND_DISTANCE = 0.3;
/** Weight of such a pair. */
const SOUNDS_LIKE_WEIGHT = 0.5;
/** The sounds of shorter words are too common to be evidence. */
const MIN_SOUND_LETTERS = 4;
const MAX_LENGTH_DIFFERENCE = 4;

/**
 * Aligns two transcripts of the same recording. As in patience diff
 * (https://bramcohen.livejournal.com/73318.html), sequences that are unique in both texts are matched first; only the
 * ranges between them are aligned word by word. The cost grows with the length of the texts, not with its square.
 * @param a Words as {@link tokenizeTexts} writes them.
 * @returns Pairs ascending in `a`, and not descending in `b`.
 */
export function alignTokens(a: readonly string[], b: readonly string[]): AlignedPair[] {
  const ids = new Map<string, number>();
  const getIds = (words: readonly string[]) =>
    Int32Array.from(words, (word) => {
      const known = ids.get(word);
      if (known !== undefined) return known;
      ids.set(word, ids.size);
      return ids.size - 1;
    });
  const [idsA, idsB] = [getIds(a), getIds(b)];
  const pairs: AlignedPair[] = [];
  const alignWords = ({ a: [fromA, toA], b: [fromB, toB] }: AlignOffsets) => {
    const found = alignGap(toA - fromA, toB - fromB, {
      compareTokens: (i, j) =>
        idsA[fromA + i] === idsB[fromB + j] ? 1 : compareSounds(a[fromA + i]!, b[fromB + j]!),
      compareJoined: (i, j, side) =>
        side === "a"
          ? compareExact(a[fromA + i]! + a[fromA + i + 1]!, b[fromB + j]!)
          : compareExact(a[fromA + i]!, b[fromB + j]! + b[fromB + j + 1]!),
    });
    for (const pair of found) pairs.push({ ...pair, a: pair.a + fromA, b: pair.b + fromB });
  };
  const align = (within: AlignOffsets, level: number) => {
    const [lengthA, lengthB] = [within.a[1] - within.a[0], within.b[1] - within.b[0]];
    if (!lengthA || !lengthB) return;
    if (level > 0 && lengthA * lengthB <= MAX_GAP_CELLS) {
      alignWords(within);
      return;
    }
    const size = RUN_LENGTHS[level];
    const chain = size ? findBestChain(findUniqueRuns(idsA, idsB, within, size), b.length) : [];
    // Long ranges without a common sequence: an insertion, or another recording.
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

/** {@link SOUNDS_LIKE_WEIGHT} for two words that sound alike, else 0. */
function compareSounds(a: string, b: string): number {
  if (
    a.length < MIN_SOUND_LETTERS ||
    b.length < MIN_SOUND_LETTERS ||
    Math.abs(a.length - b.length) > MAX_LENGTH_DIFFERENCE
  )
    return 0;
  return computePhoneticDistance(getCachedSound(a), getCachedSound(b)) <= MAX_SOUND_DISTANCE
    ? SOUNDS_LIKE_WEIGHT
    : 0;
}
