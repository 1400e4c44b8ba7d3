/** So many times as many as are wanted are held before the rest is dropped. */
const SPARE_FACTOR = 4;

/** Holds the nearest of many, and all that are as near as the last of them. */
export class NearestSet<T extends { apart: number }> {
  /** What is further apart than this is not among them. */
  limit: number;
  readonly #count: number;
  #held: T[] = [];

  constructor(count: number, limit: number) {
    this.#count = count;
    this.limit = limit;
  }

  add(one: T): void {
    if (one.apart > this.limit) return;
    this.#held.push(one);
    if (this.#held.length > this.#count * SPARE_FACTOR) this.getSorted();
  }

  /** Those that are held, the nearest first. */
  getSorted(): readonly T[] {
    this.#held = this.#held.toSorted((a, b) => a.apart - b.apart);
    const last = this.#held[this.#count - 1];
    if (last) {
      this.limit = last.apart;
      this.#held = this.#held.filter(({ apart }) => apart <= this.limit);
    }
    return this.#held;
  }
}
