/** First bytes of a segment; one of another version is built anew. */
const MAGIC = 0x4b_4d_52_45;
/** Version of what follows. */
export const VERSION = 8;

/** Parts of a segment, in their order. */
const PARTS = ["head", "sounds", "postings", "positions", "texts"] as const;

/** What is told before all else: how many bytes each part has, and checksums of those that are read whole. */
export type Preamble = { [part in (typeof PARTS)[number]]: number } & { headSum: number; soundsSum: number };

const FACTS = [...PARTS, "headSum", "soundsSum"] as const;
/** Bytes of it. */
export const PREAMBLE = 4 * (2 + FACTS.length);

/** Its bytes, which stand first in a segment. */
export function writePreamble(preamble: Preamble): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(PREAMBLE));
  for (const [i, value] of [MAGIC, VERSION, ...FACTS.map((fact) => preamble[fact])].entries())
    view.setUint32(i * 4, value, true);
  return new Uint8Array(view.buffer);
}

/** Reads it; null where it is too short or of another version. */
export function readPreamble(bytes: Uint8Array): Preamble | null {
  if (bytes.length < PREAMBLE) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const [magic, version, ...values] = Array.from({ length: PREAMBLE / 4 }, (_, i) =>
    view.getUint32(i * 4, true),
  );
  if (magic !== MAGIC || version !== VERSION) return null;
  return Object.fromEntries(FACTS.map((fact, i) => [fact, values[i]!])) as Preamble;
}
