/** A cache of values by number, which evicts the least recently used ones when their total weight exceeds a limit. */
export class LruCache<T> {
  readonly #maxWeight: number;
  readonly #weigh: (value: T) => number;
  readonly #entries = new Map<number, { reading: Promise<T>; weight: number }>();
  #weight = 0;

  constructor(maxWeight: number, weigh: (value: T) => number) {
    this.#maxWeight = maxWeight;
    this.#weigh = weigh;
  }

  /** Returns the cached value, or reads it. A failed read is not cached. */
  get(key: number, read: () => Promise<T>): Promise<T> {
    const known = this.#entries.get(key);
    if (known) {
      // Insertion order of the map is the order of use.
      this.#entries.delete(key);
      this.#entries.set(key, known);
      return known.reading;
    }
    const entry = { reading: read(), weight: 0 };
    this.#entries.set(key, entry);
    entry.reading.then(
      (value) => {
        entry.weight = this.#weigh(value);
        this.#weight += entry.weight;
        for (const [other, { weight }] of this.#entries) {
          if (this.#weight <= this.#maxWeight) break;
          this.#weight -= weight;
          this.#entries.delete(other);
        }
      },
      () => this.#entries.delete(key),
    );
    return entry.reading;
  }
}
