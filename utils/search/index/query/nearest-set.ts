/** Candidates beyond the wanted number that are collected before the farthest are dropped. */
const SPARE_FACTOR = 4;

/** Collects the nearest of many candidates, and all that tie with the last of them. */
export class NearestSet<T extends { distance: number }> {
  /** Candidates beyond this distance are rejected. Shrinks as nearer ones arrive. */
  limit: number;
  readonly #count: number;
  #candidates: T[] = [];

  constructor(count: number, limit: number) {
    this.#count = count;
    this.limit = limit;
  }

  add(candidate: T): void {
    if (candidate.distance > this.limit) return;
    this.#candidates.push(candidate);
    if (this.#candidates.length > this.#count * SPARE_FACTOR) this.getSorted();
  }

  /** The collected candidates, nearest first. */
  getSorted(): readonly T[] {
    this.#candidates = this.#candidates.toSorted((a, b) => a.distance - b.distance);
    const last = this.#candidates[this.#count - 1];
    if (last) {
      this.limit = last.distance;
      this.#candidates = this.#candidates.filter(({ distance }) => distance <= this.limit);
    }
    return this.#candidates;
  }
}
