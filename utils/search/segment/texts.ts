import type { Passage } from "../passages.ts";
import { ByteReader, ByteWriter, decode, encode } from "./bytes.ts";

/**
 * The passages of an episode as they lie in a segment: how long each is, and behind that one after the other, so that
 * one is read without the others (of a whole episode that takes 2 ms in code that was never run before).
 */
export function packTexts(passages: readonly Passage[]): Uint8Array<ArrayBuffer> {
  const out = new ByteWriter();
  const all = passages.map((passage) => encode(JSON.stringify(passage)));
  for (const { length } of all) out.number(length);
  for (const bytes of all) out.bytes(bytes);
  return out.done();
}

/**
 * One of them.
 * @param count How many there are.
 * @throws where the bytes are broken.
 */
export function passageIn(packed: Uint8Array, count: number, nth: number): Passage {
  const reader = new ByteReader(packed);
  let before = 0;
  let length = 0;
  for (let i = 0; i < count; i++) {
    const own = reader.number();
    if (i < nth) before += own;
    if (i === nth) length = own;
  }
  reader.at += before;
  return JSON.parse(decode(reader.take(length))) as Passage;
}
