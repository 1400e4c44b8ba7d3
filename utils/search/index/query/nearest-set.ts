/** So many times as many as are wanted are held before the rest is dropped. */
const SPARE_FACTOR = 4;

/** Holds the nearest of many, and all that are as near as the last of them. */
export class NearestSet<T extends { distance: number }> {
  /** What is further distance than this is not among them. */
  limit: number;
  readonly #count: number;
  #held: T[] = [];

  constructor(count: number, limit: number) {
    this.#count = count;
    this.limit = limit;
  }

  add(one: T): void {
    if (one.distance > this.limit) return;
    this.#held.push(one);
    if (this.#held.length > this.#count * SPARE_FACTOR) this.getSorted();
  }

  /** Those that are held, the nearest first. */
  getSorted(): readonly T[] {
    this.#held = this.#held.toSorted((a, b) => a.distance - b.distance);
    const last = this.#held[this.#count - 1];
    if (last) {
      this.limit = last.distance;
      this.#held = this.#held.filter(({ distance }) => distance <= this.limit);
    }
    return this.#held;
  }
}
