import type { AlignedRun } from "./find-unique-runs.ts";

/** Number of preceding runs whose exact jump cost is computed; a jump from any other costs the maximum. */
const LOOK_BACK_RUNS = 60;
/** Maximum cost of a jump, in words, because an insertion may have any length. */
const MAX_JUMP_COST = 12;

/** Cost, in words, of a jump after which one text has advanced by `difference` words more than the other. */
const computeJumpCost = (difference: number) =>
  difference ? Math.min(MAX_JUMP_COST, 1 + difference / 2) : 0;

/**
 * Finds the chain of runs, ascending in both texts, with the most words minus the costs of its jumps. The costs keep a
 * short coincidental run elsewhere out of the chain. Overlapping runs are cut.
 * @param runs Ascending in the first text.
 * @param lengthB Number of words of the second text.
 */
export function findBestChain(runs: readonly AlignedRun[], lengthB: number): AlignedRun[] {
  const scores = new Float64Array(runs.length);
  const before = new Int32Array(runs.length).fill(-1);
  const ends = new PrefixMaximum(lengthB + 1);
  /** Runs in the order of their ends in the first text; those that end before the current one are in `ends`. */
  let inserted = 0;
  const byEnd = runs.map((_, k) => k).toSorted((x, y) => getRunEnd(runs[x]!) - getRunEnd(runs[y]!));
  for (const [k, run] of runs.entries()) {
    while (inserted < byEnd.length && getRunEnd(runs[byEnd[inserted]!]!) <= run.a) {
      const p = byEnd[inserted++]!;
      if (p < k) ends.insert(runs[p]!.b + runs[p]!.length, scores[p]!, p);
    }
    let [best, from] = [0, -1];
    const far = ends.findBest(run.b);
    if (far.score - MAX_JUMP_COST > best) [best, from] = [far.score - MAX_JUMP_COST, far.index];
    for (let p = k - 1; p >= 0 && p >= k - LOOK_BACK_RUNS; p--) {
      const other = runs[p]!;
      if (other.b >= run.b) continue;
      const over = Math.max(0, getRunEnd(other) - run.a, other.b + other.length - run.b);
      if (over >= run.length) continue;
      const score = scores[p]! - over - computeJumpCost(Math.abs(run.b - run.a - (other.b - other.a)));
      if (score > best) [best, from] = [score, p];
    }
    scores[k] = best + run.length;
    before[k] = from;
  }
  let end = -1;
  for (let k = 0; k < runs.length; k++) if (end < 0 || scores[k]! > scores[end]!) end = k;
  const chain: AlignedRun[] = [];
  for (; end >= 0; end = before[end]!) chain.push(runs[end]!);
  return trimRuns(chain.toReversed());
}

const getRunEnd = ({ a, length }: AlignedRun) => a + length;

/** Cuts from each run the words that its predecessor has already. */
function trimRuns(chain: readonly AlignedRun[]): AlignedRun[] {
  const out: AlignedRun[] = [];
  for (const { a, b, length } of chain) {
    const last = out.at(-1);
    const over = last ? Math.max(0, getRunEnd(last) - a, last.b + last.length - b) : 0;
    if (over < length) out.push({ a: a + over, b: b + over, length: length - over });
  }
  return out;
}

/**
 * Maximum of the scores at or before an index, updated and queried in O(log n) steps: a Fenwick tree,
 * https://en.wikipedia.org/wiki/Fenwick_tree
 */
class PrefixMaximum {
  readonly #scores: Float64Array;
  readonly #indexes: Int32Array;

  constructor(size: number) {
    this.#scores = new Float64Array(size + 1);
    this.#indexes = new Int32Array(size + 1).fill(-1);
  }

  insert(position: number, score: number, index: number): void {
    for (let i = position + 1; i < this.#scores.length; i += i & -i)
      if (score > this.#scores[i]!) {
        this.#scores[i] = score;
        this.#indexes[i] = index;
      }
  }

  findBest(position: number): { score: number; index: number } {
    let [score, index] = [0, -1];
    for (let i = Math.min(position + 1, this.#scores.length - 1); i > 0; i -= i & -i)
      if (this.#scores[i]! > score) [score, index] = [this.#scores[i]!, this.#indexes[i]!];
    return { score, index };
  }
}
