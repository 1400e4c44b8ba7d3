/** First bytes of a segment; one of another version is built anew. */
const SEGMENT_MAGIC = 0x4b_4d_52_45;
/** Version of what follows. */
export const SEGMENT_VERSION = 8;

/** Parts of a segment, in their order. */
const SEGMENT_PARTS = ["head", "sounds", "postings", "positions", "texts"] as const;

/** What is told before all else: how many bytes each part has, and checksums of those that are read whole. */
export type SegmentPreamble = { [part in (typeof SEGMENT_PARTS)[number]]: number } & {
  headSum: number;
  soundsSum: number;
};

const PREAMBLE_FIELDS = [...SEGMENT_PARTS, "headSum", "soundsSum"] as const;
/** Bytes of it. */
export const PREAMBLE_BYTES = 4 * (2 + PREAMBLE_FIELDS.length);

/** Its bytes, which stand first in a segment. */
export function writePreamble(preamble: SegmentPreamble): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(PREAMBLE_BYTES));
  for (const [i, value] of [
    SEGMENT_MAGIC,
    SEGMENT_VERSION,
    ...PREAMBLE_FIELDS.map((fact) => preamble[fact]),
  ].entries())
    view.setUint32(i * 4, value, true);
  return new Uint8Array(view.buffer);
}

/** Reads it; null where it is too short or of another version. */
export function readPreamble(bytes: Uint8Array): SegmentPreamble | null {
  if (bytes.length < PREAMBLE_BYTES) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const [magic, version, ...values] = Array.from({ length: PREAMBLE_BYTES / 4 }, (_, i) =>
    view.getUint32(i * 4, true),
  );
  if (magic !== SEGMENT_MAGIC || version !== SEGMENT_VERSION) return null;
  return Object.fromEntries(PREAMBLE_FIELDS.map((fact, i) => [fact, values[i]!])) as SegmentPreamble;
}
