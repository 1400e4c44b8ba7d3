import { ByteWriter } from "./bytes.ts";

/** Ones written per step of a unary code, so that the accumulator stays within 32 bits. */
const MAX_BITS_PER_WRITE = 23;

/** Writes a stream of bits, most significant bit first. */
export class BitWriter {
  readonly #out = new ByteWriter();
  #bits = 0;
  /** How many low bits of `#bits` are not flushed yet; below 8 between two calls. */
  #pending = 0;

  /** @param count Low bits of the value to write, 0 to 24. */
  writeBits(value: number, count: number): void {
    this.#bits = (this.#bits << count) | (value & ((1 << count) - 1));
    this.#pending += count;
    this.#flush();
  }

  /** Writes a unary code: `count` ones and a zero. */
  writeUnary(count: number): void {
    let ones = count;
    for (; ones >= MAX_BITS_PER_WRITE; ones -= MAX_BITS_PER_WRITE) this.writeBits(-1, MAX_BITS_PER_WRITE);
    this.writeBits(-2, ones + 1);
  }

  /** Pads the last byte with zeros. Returns the number of bytes written. */
  align(): number {
    if (this.#pending) this.writeBits(0, 8 - this.#pending);
    return this.#out.length;
  }

  /** Returns the bytes written and empties the writer. */
  takeBytes(): Uint8Array<ArrayBuffer> {
    return this.#out.takeBytes();
  }

  #flush(): void {
    for (; this.#pending >= 8; this.#pending -= 8)
      this.#out.writeByte((this.#bits >>> (this.#pending - 8)) & 255);
  }
}

/** Reads a stream of bits. Past the end it yields zeros. */
export class BitReader {
  readonly #bytes: Uint8Array;
  #at = 0;
  /** The next bits, left-aligned, and how many of them are valid. */
  #window = 0;
  #available = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Reads a unary code: the number of ones before the next zero. */
  readUnary(): number {
    if (this.#available < 8) this.#fill();
    let ones = Math.clz32(~this.#window);
    if (ones >= this.#available) return this.#readLongUnary();
    // Two shifts, because a shift by 32 is a shift by 0 in JavaScript.
    this.#window = (this.#window << ones) << 1;
    this.#available -= ++ones;
    return ones - 1;
  }

  /** @param count Number of bits to read, 0 to 24. */
  readBits(count: number): number {
    if (!count) return 0;
    if (this.#available < count) this.#fill();
    const value = this.#window >>> (32 - count);
    this.#window <<= count;
    this.#available -= count;
    return value;
  }

  /** Skips to the next byte boundary. */
  align(): void {
    const padding = this.#available & 7;
    this.#window <<= padding;
    this.#available -= padding;
  }

  #fill(): void {
    for (; this.#available <= 24; this.#available += 8) {
      const byte = this.#at < this.#bytes.length ? this.#bytes[this.#at]! : 0;
      this.#window |= byte << (24 - this.#available);
      this.#at++;
    }
  }

  /** Reads a unary code that exceeds the window. */
  #readLongUnary(): number {
    let count = 0;
    for (;;) {
      this.#fill();
      const ones = Math.min(Math.clz32(~this.#window), this.#available);
      const isEnd = ones < this.#available;
      this.#window = isEnd ? (this.#window << ones) << 1 : 0;
      this.#available -= isEnd ? ones + 1 : ones;
      count += ones;
      if (isEnd) return count;
    }
  }
}
