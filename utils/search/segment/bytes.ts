/** Numbers as bytes: seven bits each, the highest bit says that more follow. Whole numbers from 0 to 2^53. */

/** Reads bytes of something, wherever it lies. */
export type ReadBytes = (from: number, to: number) => Promise<Uint8Array>;

/** Bytes that grow. */
export class ByteWriter {
  #bytes = new Uint8Array(1024);
  length = 0;

  #room(more: number): void {
    if (this.length + more <= this.#bytes.length) return;
    const bigger = new Uint8Array(Math.max(this.#bytes.length * 2, this.length + more));
    bigger.set(this.#bytes.subarray(0, this.length));
    this.#bytes = bigger;
  }

  byte(value: number): void {
    this.#room(1);
    this.#bytes[this.length++] = value;
  }

  number(value: number): void {
    this.#room(8);
    let rest = value;
    while (rest > 127) {
      this.#bytes[this.length++] = (rest % 128) + 128;
      rest = Math.floor(rest / 128);
    }
    this.#bytes[this.length++] = rest;
  }

  bytes(bytes: Uint8Array): void {
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** A text behind its length in bytes. */
  text(text: string): void {
    const bytes = ENCODER.encode(text);
    this.number(bytes.length);
    this.bytes(bytes);
  }

  done(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.length);
  }

  /** What was written so far; the next begins anew. */
  taken(): Uint8Array<ArrayBuffer> {
    const bytes = this.done();
    this.length = 0;
    return bytes;
  }
}

/** Reads what a writer wrote, from a place on. What is read behind the end is 0. */
export class ByteReader {
  readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  number(): number {
    const { bytes } = this;
    let byte = bytes[this.at++] ?? 0;
    if (byte < 128) return byte;
    let value = byte & 127;
    let scale = 128;
    do {
      byte = bytes[this.at++] ?? 0;
      value += (byte & 127) * scale;
      scale *= 128;
    } while (byte > 127);
    return value;
  }

  /** Goes past so many numbers. */
  skip(count: number): void {
    for (let left = count; left > 0 && this.at < this.bytes.length;) if (this.bytes[this.at++]! < 128) left--;
  }

  take(length: number): Uint8Array {
    const part = this.bytes.subarray(this.at, this.at + length);
    this.at += length;
    return part;
  }

  text(): string {
    return DECODER.decode(this.take(this.number()));
  }
}

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder();
/** Longest text whose letters are gone through one by one: for a word that takes a third of what the encoder does. */
const SHORT = 24;

/** The bytes of a text. */
export function encode(text: string): Uint8Array<ArrayBuffer> {
  if (text.length > SHORT) return ENCODER.encode(text);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const letter = text.charCodeAt(i);
    if (letter > 127) return ENCODER.encode(text);
    bytes[i] = letter;
  }
  return bytes;
}

/** The text of bytes; what is no text is replaced. */
export const decode = (bytes: Uint8Array): string => DECODER.decode(bytes);

/** Numbers of one width each. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array;

/**
 * Numbers that are read as they lie there, without a look at each: one, two or four bytes each as the largest needs, in
 * the order of the machine.
 */
export function writeNumbers(out: ByteWriter, numbers: readonly number[]): void {
  const most = largest(numbers);
  const list =
    most < 256
      ? Uint8Array.from(numbers)
      : most < 65_536
        ? Uint16Array.from(numbers)
        : Uint32Array.from(numbers);
  out.number(list.BYTES_PER_ELEMENT);
  out.bytes(new Uint8Array(list.buffer));
}

/** Reads what `writeNumbers` wrote. */
export function readNumbers(from: ByteReader, count: number): Numbers {
  const width = from.number();
  const bytes = from.take(count * width);
  if (width === 1) return bytes;
  // Copied, for they may lie at any byte. (Node's buffers don't copy when they are sliced.)
  const { buffer } = new Uint8Array(bytes);
  return width === 4 ? new Uint32Array(buffer) : new Uint16Array(buffer);
}

/** The largest of some numbers, none of them below 0; 0 where there are none. */
export function largest(numbers: Iterable<number>): number {
  let most = 0;
  for (const number of numbers) if (number > most) most = number;
  return most;
}

/** Bytes one behind the other. */
export const joinedBytes = (all: readonly Uint8Array[]): Uint8Array<ArrayBuffer> =>
  filled(new Uint8Array(lengthOf(all)), all);

/** Lists of numbers one behind the other. */
export const joined = (all: readonly Uint32Array[]): Uint32Array =>
  filled(new Uint32Array(lengthOf(all)), all);

const lengthOf = (all: readonly { length: number }[]): number =>
  all.reduce((sum, { length }) => sum + length, 0);

function filled<Whole extends { set: (part: Part, at: number) => void }, Part extends { length: number }>(
  whole: Whole,
  all: readonly Part[],
): Whole {
  let at = 0;
  for (const part of all) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
