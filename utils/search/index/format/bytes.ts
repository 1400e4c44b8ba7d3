/**
 * Byte buffers. Numbers from 0 to 2^53 are unsigned LEB128: seven bits per byte, the high bit set where more bytes
 * follow (https://en.wikipedia.org/wiki/LEB128).
 */

/** Reads a half-open byte range of a file, a blob or memory. */
export type ReadBytes = (from: number, to: number) => Promise<Uint8Array>;

/** A growing byte buffer. */
export class ByteWriter {
  #bytes = new Uint8Array(1024);
  length = 0;

  #reserve(count: number): void {
    if (this.length + count <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.length + count));
    larger.set(this.#bytes.subarray(0, this.length));
    this.#bytes = larger;
  }

  writeByte(value: number): void {
    this.#reserve(1);
    this.#bytes[this.length++] = value;
  }

  writeNumber(value: number): void {
    this.#reserve(8);
    let rest = value;
    while (rest > 127) {
      this.#bytes[this.length++] = (rest % 128) + 128;
      rest = Math.floor(rest / 128);
    }
    this.#bytes[this.length++] = rest;
  }

  writeBytes(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** Writes the length in bytes and the UTF-8 text. */
  writeText(text: string): void {
    const bytes = ENCODER.encode(text);
    this.writeNumber(bytes.length);
    this.writeBytes(bytes);
  }

  toBytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.length);
  }

  /** Returns the bytes written and empties the writer. */
  takeBytes(): Uint8Array<ArrayBuffer> {
    const bytes = this.toBytes();
    this.length = 0;
    return bytes;
  }
}

/** Reads what a `ByteWriter` wrote. Past the end it yields zeros. */
export class ByteReader {
  readonly bytes: Uint8Array;
  offset: number;

  constructor(bytes: Uint8Array, offset = 0) {
    this.bytes = bytes;
    this.offset = offset;
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

  skipNumbers(count: number): void {
    for (let remaining = count; remaining > 0 && this.offset < this.bytes.length;)
      if (this.bytes[this.offset++]! < 128) remaining--;
  }

  readBytes(length: number): Uint8Array {
    const bytes = this.bytes.subarray(this.offset, this.offset + length);
    this.offset += length;
    return bytes;
  }

  readText(): string {
    return DECODER.decode(this.readBytes(this.readNumber()));
  }
}

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder();
/** Texts up to this length are encoded in a loop, which takes a third of the encoder's time for a word. */
const MAX_SHORT_CHARACTERS = 24;

/** Encodes a text as UTF-8. */
export function encodeText(text: string): Uint8Array<ArrayBuffer> {
  if (text.length > MAX_SHORT_CHARACTERS) return ENCODER.encode(text);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 127) return ENCODER.encode(text);
    bytes[i] = code;
  }
  return bytes;
}

/** Decodes UTF-8; invalid bytes become U+FFFD. */
export const decodeText = (bytes: Uint8Array): string => DECODER.decode(bytes);

/** A list of numbers of one, two or four bytes each. */
export type NumberArray = Uint8Array | Uint16Array | Uint32Array;

/**
 * Writes a fixed-width list: the width in bytes (1, 2 or 4, as the largest number needs) and the numbers. It is read as
 * a typed array without decoding. Numbers are little-endian, like every platform that browsers run on.
 */
export function writeNumbers(out: ByteWriter, numbers: readonly number[]): void {
  const largest = findLargest(numbers);
  const list =
    largest < 256
      ? Uint8Array.from(numbers)
      : largest < 65_536
        ? Uint16Array.from(numbers)
        : Uint32Array.from(numbers);
  out.writeNumber(list.BYTES_PER_ELEMENT);
  out.writeBytes(new Uint8Array(list.buffer));
}

/** Reads a list that `writeNumbers` wrote. */
export function readNumbers(reader: ByteReader, count: number): NumberArray {
  const width = reader.readNumber();
  const bytes = reader.readBytes(count * width);
  if (width === 1) return bytes;
  // Copied, because typed arrays need aligned bytes. The constructor copies also where `slice` of a Node buffer does not.
  const { buffer } = new Uint8Array(bytes);
  return width === 4 ? new Uint32Array(buffer) : new Uint16Array(buffer);
}

/** The largest of some non-negative numbers, or 0 for none. */
export function findLargest(numbers: Iterable<number>): number {
  let largest = 0;
  for (const number of numbers) if (number > largest) largest = number;
  return largest;
}

/** Concatenates byte arrays. */
export const joinBytes = (parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> =>
  copyParts(new Uint8Array(sumLengths(parts)), parts);

/** Concatenates number arrays. */
export const joinNumbers = (parts: readonly Uint32Array[]): Uint32Array =>
  copyParts(new Uint32Array(sumLengths(parts)), parts);

const sumLengths = (parts: readonly { length: number }[]): number =>
  parts.reduce((sum, { length }) => sum + length, 0);

function copyParts<Whole extends { set: (part: Part, at: number) => void }, Part extends { length: number }>(
  whole: Whole,
  parts: readonly Part[],
): Whole {
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
