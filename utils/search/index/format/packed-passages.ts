import type { Passage } from "../../text/passages.ts";
import { ByteReader, ByteWriter, decodeText, encodeText } from "./bytes.ts";

/**
 * Packs the passages of an episode: the length of each, then each as JSON. Separate documents let one passage be parsed
 * without the others; parsing a whole episode on a cold start takes 2 ms.
 */
export function packPassages(passages: readonly Passage[]): Uint8Array<ArrayBuffer> {
  const out = new ByteWriter();
  const documents = passages.map((passage) => encodeText(JSON.stringify(passage)));
  for (const { length } of documents) out.writeNumber(length);
  for (const bytes of documents) out.writeBytes(bytes);
  return out.toBytes();
}

/**
 * Unpacks one passage of an episode.
 * @param count Number of passages of the episode.
 * @param index Which of them, from 0.
 * @throws SyntaxError if the bytes are damaged.
 */
export function unpackPassage(packed: Uint8Array, count: number, index: number): Passage {
  const reader = new ByteReader(packed);
  let start = 0;
  let length = 0;
  for (let i = 0; i < count; i++) {
    const documentLength = reader.readNumber();
    if (i < index) start += documentLength;
    if (i === index) length = documentLength;
  }
  reader.offset += start;
  return JSON.parse(decodeText(reader.readBytes(length))) as Passage;
}
