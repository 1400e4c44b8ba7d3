/** Caches asynchronous reads by number and evicts the least recently used ones. */
export class LruCache<T> {
  readonly #maxWeight: number;
  readonly #weigh: (value: T) => number;
  /** A map iterates in order of insertion, so its first entry is the least recently used one. */
  readonly #entries = new Map<number, { reading: Promise<T>; weight: number }>();
  #totalWeight = 0;

  /**
   * @param maxWeight Most that the cached values weigh together, in the unit of `weigh`.
   * @param weigh The weight of a value, for instance its length in bytes.
   */
  constructor(maxWeight: number, weigh: (value: T) => number) {
    this.#maxWeight = maxWeight;
    this.#weigh = weigh;
  }

  /** Returns the cached value of a key, or reads it. Failed reads are not cached. */
  get(key: number, read: () => Promise<T>): Promise<T> {
    const cached = this.#entries.get(key);
    if (cached) {
      this.#entries.delete(key);
      this.#entries.set(key, cached);
      return cached.reading;
    }
    const entry = { reading: read(), weight: 0 };
    this.#entries.set(key, entry);
    const isCached = () => this.#entries.get(key) === entry;
    entry.reading.then(
      (value) => {
        // A read that was evicted meanwhile must not count, as nothing would subtract its weight again.
        if (!isCached()) return;
        entry.weight = this.#weigh(value);
        this.#totalWeight += entry.weight;
        this.#evict();
      },
      () => isCached() && this.#entries.delete(key),
    );
    return entry.reading;
  }

  #evict(): void {
    for (const [key, { weight }] of this.#entries) {
      if (this.#totalWeight <= this.#maxWeight) return;
      this.#totalWeight -= weight;
      this.#entries.delete(key);
    }
  }
}
