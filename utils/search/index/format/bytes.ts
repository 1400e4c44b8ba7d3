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

  writeByte(value: number): void {
    this.#room(1);
    this.#bytes[this.length++] = value;
  }

  writeNumber(value: number): void {
    this.#room(8);
    let rest = value;
    while (rest > 127) {
      this.#bytes[this.length++] = (rest % 128) + 128;
      rest = Math.floor(rest / 128);
    }
    this.#bytes[this.length++] = rest;
  }

  writeBytes(bytes: Uint8Array): void {
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** A text behind its length in bytes. */
  writeText(text: string): void {
    const bytes = ENCODER.encode(text);
    this.writeNumber(bytes.length);
    this.writeBytes(bytes);
  }

  toBytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.length);
  }

  /** What was written so far; the next begins anew. */
  takeBytes(): Uint8Array<ArrayBuffer> {
    const bytes = this.toBytes();
    this.length = 0;
    return bytes;
  }
}

/** Reads what a writer wrote, from a place on. What is read behind the end is 0. */
export class ByteReader {
  readonly bytes: Uint8Array;
  offset: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.offset = at;
  }

  readNumber(): number {
    const { bytes } = this;
    let byte = bytes[this.offset++] ?? 0;
    if (byte < 128) return byte;
    let value = byte & 127;
    let scale = 128;
    do {
      byte = bytes[this.offset++] ?? 0;
      value += (byte & 127) * scale;
      scale *= 128;
    } while (byte > 127);
    return value;
  }

  /** Goes past so many numbers. */
  skipNumbers(count: number): void {
    for (let left = count; left > 0 && this.offset < this.bytes.length;)
      if (this.bytes[this.offset++]! < 128) left--;
  }

  readBytes(length: number): Uint8Array {
    const part = this.bytes.subarray(this.offset, this.offset + length);
    this.offset += length;
    return part;
  }

  readText(): string {
    return DECODER.decode(this.readBytes(this.readNumber()));
  }
}

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder();
/** Longest text whose letters are gone through one by one: for a word that takes a third of what the encoder does. */
const MAX_SHORT_CHARACTERS = 24;

/** The bytes of a text. */
export function encodeText(text: string): Uint8Array<ArrayBuffer> {
  if (text.length > MAX_SHORT_CHARACTERS) return ENCODER.encode(text);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const letter = text.charCodeAt(i);
    if (letter > 127) return ENCODER.encode(text);
    bytes[i] = letter;
  }
  return bytes;
}

/** The text of bytes; what is no text is replaced. */
export const decodeText = (bytes: Uint8Array): string => DECODER.decode(bytes);

/** Numbers of one width each. */
export type NumberArray = Uint8Array | Uint16Array | Uint32Array;

/**
 * Numbers that are read as they lie there, without a look at each: one, two or four bytes each as the largest needs, in
 * the order of the machine.
 */
export function writeNumbers(out: ByteWriter, numbers: readonly number[]): void {
  const most = findLargest(numbers);
  const list =
    most < 256
      ? Uint8Array.from(numbers)
      : most < 65_536
        ? Uint16Array.from(numbers)
        : Uint32Array.from(numbers);
  out.writeNumber(list.BYTES_PER_ELEMENT);
  out.writeBytes(new Uint8Array(list.buffer));
}

/** Reads what `writeNumbers` wrote. */
export function readNumbers(from: ByteReader, count: number): NumberArray {
  const width = from.readNumber();
  const bytes = from.readBytes(count * width);
  if (width === 1) return bytes;
  // Copied, for they may lie at any byte. (Node's buffers don't copy when they are sliced.)
  const { buffer } = new Uint8Array(bytes);
  return width === 4 ? new Uint32Array(buffer) : new Uint16Array(buffer);
}

/** The largest of some numbers, none of them below 0; 0 where there are none. */
export function findLargest(numbers: Iterable<number>): number {
  let most = 0;
  for (const number of numbers) if (number > most) most = number;
  return most;
}

/** Bytes one behind the other. */
export const joinBytes = (all: readonly Uint8Array[]): Uint8Array<ArrayBuffer> =>
  copyParts(new Uint8Array(sumLengths(all)), all);

/** Lists of numbers one behind the other. */
export const joinNumbers = (all: readonly Uint32Array[]): Uint32Array =>
  copyParts(new Uint32Array(sumLengths(all)), all);

const sumLengths = (all: readonly { length: number }[]): number =>
  all.reduce((sum, { length }) => sum + length, 0);

function copyParts<Whole extends { set: (part: Part, at: number) => void }, Part extends { length: number }>(
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
