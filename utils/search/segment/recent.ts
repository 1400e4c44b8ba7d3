/** Keeps the last few things that were read, by number. */
export class Recent<T> {
  readonly #most: number;
  readonly #kept = new Map<number, Promise<T>>();

  constructor(most: number) {
    this.#most = most;
  }

  /** What was read under a number, or reads it. What could not be read is asked for again. */
  get(key: number, read: () => Promise<T>): Promise<T> {
    const known = this.#kept.get(key);
    if (known) return known;
    const reading = read();
    if (this.#kept.size >= this.#most) this.#kept.delete(this.#kept.keys().next().value!);
    this.#kept.set(key, reading);
    reading.catch(() => this.#kept.delete(key));
    return reading;
  }
}
