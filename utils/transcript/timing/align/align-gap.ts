/** Two words that correspond to each other. A word that equals two joined words of the other side has two pairs. */
export interface AlignedPair {
  /** Index of the word in each of the two ranges. */
  a: number;
  b: number;
  /** 1 for the same word, less for a similar sound, 0 for another word in its place. */
  weight: number;
}

/** Similarity of words, from 0 to 1, by their indexes in the two ranges. */
export interface TokenSimilarity {
  compareTokens(a: number, b: number): number;
  /** Compares words `a` and `a + 1`, joined, with `b`, or `a` with `b` and `b + 1`, by the side that is joined. */
  compareJoined(a: number, b: number, side: "a" | "b"): number;
}

/** Two ranges with a larger product of their lengths are too expensive to compare. */
export const MAX_GAP_CELLS = 250_000;
const MATCH_SCORE = 3;
const MISMATCH_SCORE = -1;
/** Affine gap costs: a long insertion, such as an advertisement, is one gap and costs little more than a short one. */
const GAP_OPEN_COST = 3;
const GAP_EXTEND_COST = 0.2;

/** The move into a cell: a pair of words, a pair with two joined words, or a word that the other side lacks. */
const [PAIR, JOIN_A, JOIN_B, SKIP_A, SKIP_B] = [1, 2, 3, 4, 5];
const MOVE_MASK = 7;
/** Flags of a cell whose gap extends the gap of the previous cell. */
const [EXTENDS_GAP_A, EXTENDS_GAP_B] = [8, 16];

/**
 * Aligns two short ranges by the algorithm of Gotoh (1982), which is global alignment with affine gap costs:
 * https://en.wikipedia.org/wiki/Gap_penalty#Affine
 */
export function alignGap(lengthA: number, lengthB: number, similarity: TokenSimilarity): AlignedPair[] {
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
      let [score, bestMove, gaps] = [-Infinity, 0, 0];
      const consider = (candidate: number, by: number) => {
        if (candidate > score) [score, bestMove] = [candidate, by];
      };
      if (i) {
        const [opened, extended] = [best[at - width]! - GAP_OPEN_COST, skipA[at - width]! - GAP_EXTEND_COST];
        skipA[at] = Math.max(opened, extended);
        if (extended > opened) gaps |= EXTENDS_GAP_A;
        consider(skipA[at]!, SKIP_A);
      }
      if (j) {
        const [opened, extended] = [best[at - 1]! - GAP_OPEN_COST, skipB[at - 1]! - GAP_EXTEND_COST];
        skipB[at] = Math.max(opened, extended);
        if (extended > opened) gaps |= EXTENDS_GAP_B;
        consider(skipB[at]!, SKIP_B);
      }
      if (i && j) {
        const same = similarity.compareTokens(i - 1, j - 1);
        weights[at] = same;
        consider(best[at - width - 1]! + (same ? same * MATCH_SCORE : MISMATCH_SCORE), PAIR);
        if (!same && i > 1) {
          const joined = similarity.compareJoined(i - 2, j - 1, "a");
          if (joined) consider(best[at - 2 * width - 1]! + joined * MATCH_SCORE, JOIN_A);
        }
        if (!same && j > 1) {
          const joined = similarity.compareJoined(i - 1, j - 2, "b");
          if (joined) consider(best[at - width - 2]! + joined * MATCH_SCORE, JOIN_B);
        }
      }
      best[at] = score;
      move[at] = bestMove | gaps;
    }
  return tracePairs(lengthA, lengthB, move, weights);
}

/** Traces the best path back from the last cell. */
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
    const kind = move[at]! & MOVE_MASK;
    if (kind === SKIP_A) {
      while (move[i * width + j]! & EXTENDS_GAP_A) i--;
      i--;
    } else if (kind === SKIP_B) {
      while (move[i * width + j]! & EXTENDS_GAP_B) j--;
      j--;
    } else if (kind === JOIN_A) {
      pairs.push({ a: i - 1, b: j - 1, weight: 1 }, { a: i - 2, b: j - 1, weight: 1 });
      [i, j] = [i - 2, j - 1];
    } else if (kind === JOIN_B) {
      pairs.push({ a: i - 1, b: j - 2, weight: 1 });
      [i, j] = [i - 1, j - 2];
    } else {
      pairs.push({ a: i - 1, b: j - 1, weight: weights[at]! });
      [i, j] = [i - 1, j - 1];
    }
  }
  return pairs.toReversed();
}
