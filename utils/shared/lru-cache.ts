/** Keeps what was read last, by number, as long as all of it together weighs no more than is allowed. */
export class LruCache<T> {
  readonly #most: number;
  readonly #weigh: (value: T) => number;
  readonly #kept = new Map<number, { reading: Promise<T>; weight: number }>();
  #weight = 0;

  constructor(most: number, weigh: (value: T) => number) {
    this.#most = most;
    this.#weigh = weigh;
  }

  /** What was read under a number, or reads it. What could not be read is asked for again. */
  get(key: number, read: () => Promise<T>): Promise<T> {
    const known = this.#kept.get(key);
    if (known) {
      // The one used last is forgotten last.
      this.#kept.delete(key);
      this.#kept.set(key, known);
      return known.reading;
    }
    const mine = { reading: read(), weight: 0 };
    this.#kept.set(key, mine);
    mine.reading.then(
      (value) => {
        mine.weight = this.#weigh(value);
        this.#weight += mine.weight;
        for (const [other, { weight }] of this.#kept) {
          if (this.#weight <= this.#most) break;
          this.#weight -= weight;
          this.#kept.delete(other);
        }
      },
      () => this.#kept.delete(key),
    );
    return mine.reading;
  }
}
