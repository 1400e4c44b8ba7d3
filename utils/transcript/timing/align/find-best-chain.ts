import type { AlignedRun } from "./find-unique-runs.ts";

/** So many runs before one are looked at as its neighbour; a detour is cheap only from one of these. */
const LOOK_BACK_RUNS = 60;
/** What a jump costs at the most, in words: what one text lacks may be of any length. */
const MAX_JUMP_COST = 12;

/** What it costs, in words, that one text goes on this many words further than the other. */
const computeJumpCost = (words: number) => (words ? Math.min(MAX_JUMP_COST, 1 + words / 2) : 0);

/**
 * The best chain of runs that go forward in both texts: as many words as can be, with as few and as small jumps as
 * can be, so that some words that happen to stand elsewhere as well don't lead astray. Runs that overlap are cut.
 * @param runs ascending in the first text
 */
export function findBestChain(runs: readonly AlignedRun[], lengthB: number): AlignedRun[] {
  const scores = new Float64Array(runs.length);
  const before = new Int32Array(runs.length).fill(-1);
  const ends = new PrefixMaximum(lengthB + 1);
  /** Runs that end before the one at hand are put in, by where they end in the second text. */
  let put = 0;
  const byEnd = runs.map((_, k) => k).toSorted((x, y) => getRunEnd(runs[x]!) - getRunEnd(runs[y]!));
  for (const [k, run] of runs.entries()) {
    while (put < byEnd.length && getRunEnd(runs[byEnd[put]!]!) <= run.a) {
      const p = byEnd[put++]!;
      if (p < k) ends.put(runs[p]!.b + runs[p]!.length, scores[p]!, p);
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

/** Each run without the words that the one before it has already. */
function trimRuns(chain: readonly AlignedRun[]): AlignedRun[] {
  const out: AlignedRun[] = [];
  for (const { a, b, length } of chain) {
    const last = out.at(-1);
    const over = last ? Math.max(0, getRunEnd(last) - a, last.b + last.length - b) : 0;
    if (over < length) out.push({ a: a + over, b: b + over, length: length - over });
  }
  return out;
}

/** The best score among those put in at or before a place, found in as many steps as the place has digits (Fenwick). */
class PrefixMaximum {
  readonly #scores: Float64Array;
  readonly #indexes: Int32Array;

  constructor(size: number) {
    this.#scores = new Float64Array(size + 1);
    this.#indexes = new Int32Array(size + 1).fill(-1);
  }

  put(place: number, score: number, index: number): void {
    for (let i = place + 1; i < this.#scores.length; i += i & -i)
      if (score > this.#scores[i]!) {
        this.#scores[i] = score;
        this.#indexes[i] = index;
      }
  }

  findBest(place: number): { score: number; index: number } {
    let [score, index] = [0, -1];
    for (let i = Math.min(place + 1, this.#scores.length - 1); i > 0; i -= i & -i)
      if (this.#scores[i]! > score) [score, index] = [this.#scores[i]!, this.#indexes[i]!];
    return { score, index };
  }
}
