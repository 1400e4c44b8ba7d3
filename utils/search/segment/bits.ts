import { ByteWriter } from "./bytes.ts";

/** Bits one after the other, the highest of a byte first. */
export class BitWriter {
  readonly #out = new ByteWriter();
  #byte = 0;
  /** Bits in it. */
  #held = 0;

  /** The lowest bits of a number. */
  plain(value: number, count: number): void {
    for (let i = count - 1; i >= 0; i--) this.#put((value >>> i) & 1);
  }

  /** So many ones, and a zero behind them. */
  ones(count: number): void {
    for (let i = 0; i < count; i++) this.#put(1);
    this.#put(0);
  }

  /** Fills up the last byte; gives how many there are. */
  align(): number {
    while (this.#held) this.#put(0);
    return this.#out.length;
  }

  /** What was written so far; the next begins anew. */
  taken(): Uint8Array<ArrayBuffer> {
    return this.#out.taken();
  }

  #put(bit: number): void {
    this.#byte = (this.#byte << 1) | bit;
    if (++this.#held < 8) return;
    this.#out.byte(this.#byte);
    this.#byte = 0;
    this.#held = 0;
  }
}

/** The 32 bits from a place on; what is behind the end is 0. */
export function windowAt(bytes: Uint8Array, bit: number): number {
  const at = bit >> 3;
  const shift = bit & 7;
  const four = (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!;
  return shift ? (four << shift) | (bytes[at + 4]! >> (8 - shift)) : four;
}
