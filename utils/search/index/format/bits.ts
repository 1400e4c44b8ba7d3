import { ByteWriter } from "./bytes.ts";

/** Most bits that are written at a time. */
const MAX_BITS_PER_WRITE = 23;

/** Bits one after the other, the highest of a byte first. */
export class BitWriter {
  readonly #out = new ByteWriter();
  /** The last bits, and how many of them are not written yet: less than 8 between two calls. */
  #bits = 0;
  #held = 0;

  /** The lowest bits of a number, 24 at most. */
  writeBits(value: number, count: number): void {
    this.#bits = (this.#bits << count) | (value & ((1 << count) - 1));
    this.#held += count;
    this.#flush();
  }

  /** So many ones, and a zero behind them. */
  writeUnary(count: number): void {
    let left = count;
    for (; left >= MAX_BITS_PER_WRITE; left -= MAX_BITS_PER_WRITE) this.writeBits(-1, MAX_BITS_PER_WRITE);
    this.writeBits(-2, left + 1);
  }

  /** Fills up the last byte; gives how many there are. */
  align(): number {
    if (this.#held) this.writeBits(0, 8 - this.#held);
    return this.#out.length;
  }

  /** What was written so far; the next begins anew. */
  takeBytes(): Uint8Array<ArrayBuffer> {
    return this.#out.takeBytes();
  }

  #flush(): void {
    for (; this.#held >= 8; this.#held -= 8) this.#out.writeByte((this.#bits >>> (this.#held - 8)) & 255);
  }
}

/** Reads what a writer wrote. What is read behind the end is 0. */
export class BitReader {
  readonly #bytes: Uint8Array;
  #at = 0;
  /** The next bits, the first one highest, and how many of them were read. */
  #window = 0;
  #left = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** How many ones there are before the next zero, which is read as well. */
  readUnary(): number {
    if (this.#left < 8) this.#fill();
    let ones = Math.clz32(~this.#window);
    if (ones >= this.#left) return this.#many();
    // In two steps, for a shift by 32 is none.
    this.#window = (this.#window << ones) << 1;
    this.#left -= ++ones;
    return ones - 1;
  }

  /** A number of so many bits, 24 at most. */
  readBits(count: number): number {
    if (!count) return 0;
    if (this.#left < count) this.#fill();
    const value = this.#window >>> (32 - count);
    this.#window <<= count;
    this.#left -= count;
    return value;
  }

  /** Goes on with the next byte. */
  align(): void {
    const rest = this.#left & 7;
    this.#window <<= rest;
    this.#left -= rest;
  }

  #fill(): void {
    for (; this.#left <= 24; this.#left += 8) {
      const byte = this.#at < this.#bytes.length ? this.#bytes[this.#at]! : 0;
      this.#window |= byte << (24 - this.#left);
      this.#at++;
    }
  }

  /** The same for more ones than are at hand. */
  #many(): number {
    let count = 0;
    for (;;) {
      this.#fill();
      const ones = Math.min(Math.clz32(~this.#window), this.#left);
      const isEnd = ones < this.#left;
      this.#window = isEnd ? (this.#window << ones) << 1 : 0;
      this.#left -= isEnd ? ones + 1 : ones;
      count += ones;
      if (isEnd) return count;
    }
  }
}
