/** Two words, or two of one side said as one of the other, that stand for each other. */
export interface AlignedPair {
  /** Index of the word in each stretch, counted from its beginning. */
  a: number;
  b: number;
  /** 1 for the same word, less for one that sounds alike, 0 for another word in its place. */
  weight: number;
}

/** What is compared: how much two words are the same, from 0 to 1, by their indexes in the stretches. */
export interface TokenSimilarity {
  compareTokens(a: number, b: number): number;
  /** Words `a` and `a + 1` together against `b`, and `a` against `b` and `b + 1`. */
  compareJoined(a: number, b: number, side: "a" | "b"): number;
}

/** A stretch with more cells than this, words of one side times words of the other, is not compared. */
export const MAX_GAP_CELLS = 250_000;
const MATCH_SCORE = 3;
const MISMATCH_SCORE = -1;
/** What one side lacks costs little more when it is long: an advert is one gap. */
const GAP_OPEN_COST = 3;
const GAP_EXTEND_COST = 0.2;

/** How a cell was reached: pairs of one word each, or of two words on one side, or a word that one side lacks. */
const [PAIR, JOIN_A, JOIN_B, SKIP_A, SKIP_B] = [1, 2, 3, 4, 5];
const MOVE_MASK = 7;
/** A gap that ends in a cell goes on from the cell before. */
const [EXTENDS_GAP_A, EXTENDS_GAP_B] = [8, 16];

/** Aligns two short stretches word by word (Gotoh 1982, with gaps that cost by opening and by length). */
export function alignGap(lengthA: number, lengthB: number, like: TokenSimilarity): AlignedPair[] {
  const width = lengthB + 1;
  const cells = (lengthA + 1) * width;
  const skipA = new Float32Array(cells).fill(-Infinity);
  const skipB = new Float32Array(cells).fill(-Infinity);
  const best = new Float32Array(cells).fill(-Infinity);
  const move = new Uint8Array(cells);
  const weights = new Float32Array(cells);
  best[0] = 0;
  for (let i = 0; i <= lengthA; i++)
    for (let j = 0; j <= lengthB; j++) {
      const at = i * width + j;
      if (!at) continue;
      let [score, how, gaps] = [-Infinity, 0, 0];
      const take = (value: number, by: number) => {
        if (value > score) [score, how] = [value, by];
      };
      if (i) {
        const [opened, longer] = [best[at - width]! - GAP_OPEN_COST, skipA[at - width]! - GAP_EXTEND_COST];
        skipA[at] = Math.max(opened, longer);
        if (longer > opened) gaps |= EXTENDS_GAP_A;
        take(skipA[at]!, SKIP_A);
      }
      if (j) {
        const [opened, longer] = [best[at - 1]! - GAP_OPEN_COST, skipB[at - 1]! - GAP_EXTEND_COST];
        skipB[at] = Math.max(opened, longer);
        if (longer > opened) gaps |= EXTENDS_GAP_B;
        take(skipB[at]!, SKIP_B);
      }
      if (i && j) {
        const same = like.compareTokens(i - 1, j - 1);
        weights[at] = same;
        take(best[at - width - 1]! + (same ? same * MATCH_SCORE : MISMATCH_SCORE), PAIR);
        if (!same && i > 1) {
          const joined = like.compareJoined(i - 2, j - 1, "a");
          if (joined) take(best[at - 2 * width - 1]! + joined * MATCH_SCORE, JOIN_A);
        }
        if (!same && j > 1) {
          const joined = like.compareJoined(i - 1, j - 2, "b");
          if (joined) take(best[at - width - 2]! + joined * MATCH_SCORE, JOIN_B);
        }
      }
      best[at] = score;
      move[at] = how | gaps;
    }
  return tracePairs(lengthA, lengthB, move, weights);
}

/** The pairs on the way that led to the end, from the first. */
function tracePairs(
  lengthA: number,
  lengthB: number,
  move: Uint8Array,
  weights: Float32Array,
): AlignedPair[] {
  const width = lengthB + 1;
  const pairs: AlignedPair[] = [];
  let [i, j] = [lengthA, lengthB];
  while (i || j) {
    const at = i * width + j;
    const how = move[at]! & MOVE_MASK;
    if (how === SKIP_A) {
      while (move[i * width + j]! & EXTENDS_GAP_A) i--;
      i--;
    } else if (how === SKIP_B) {
      while (move[i * width + j]! & EXTENDS_GAP_B) j--;
      j--;
    } else if (how === JOIN_A) {
      pairs.push({ a: i - 1, b: j - 1, weight: 1 }, { a: i - 2, b: j - 1, weight: 1 });
      [i, j] = [i - 2, j - 1];
    } else if (how === JOIN_B) {
      pairs.push({ a: i - 1, b: j - 2, weight: 1 });
      [i, j] = [i - 1, j - 2];
    } else {
      pairs.push({ a: i - 1, b: j - 1, weight: weights[at]! });
      [i, j] = [i - 1, j - 1];
    }
  }
  return pairs.toReversed();
}
