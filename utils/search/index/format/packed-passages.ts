import type { Passage } from "../../text/passages.ts";
import { ByteReader, ByteWriter, decodeText, encodeText } from "./bytes.ts";

/**
 * The passages of an episode as they lie in a segment: how long each is, and behind that one after the other, so that
 * one is read without the others (of a whole episode that takes 2 ms in code that was never run before).
 */
export function packPassages(passages: readonly Passage[]): Uint8Array<ArrayBuffer> {
  const out = new ByteWriter();
  const all = passages.map((passage) => encodeText(JSON.stringify(passage)));
  for (const { length } of all) out.writeNumber(length);
  for (const bytes of all) out.writeBytes(bytes);
  return out.toBytes();
}

/**
 * One of them.
 * @param count How many there are.
 * @throws where the bytes are broken.
 */
export function unpackPassage(packed: Uint8Array, count: number, nth: number): Passage {
  const reader = new ByteReader(packed);
  let before = 0;
  let length = 0;
  for (let i = 0; i < count; i++) {
    const own = reader.readNumber();
    if (i < nth) before += own;
    if (i === nth) length = own;
  }
  reader.offset += before;
  return JSON.parse(decodeText(reader.readBytes(length))) as Passage;
}
