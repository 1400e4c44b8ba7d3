/** The bytes "ERMK". */
const SEGMENT_MAGIC = 0x4b_4d_52_45;
/** Format version; a segment of another version is rebuilt, never migrated. */
export const SEGMENT_VERSION = 8;

/** The parts that follow the preamble, in file order. */
const SEGMENT_PARTS = ["head", "sounds", "postings", "positions", "texts"] as const;

/** Length in bytes of each part, and checksums of the parts that are read whole. */
export type SegmentPreamble = { [part in (typeof SEGMENT_PARTS)[number]]: number } & {
  headSum: number;
  soundsSum: number;
};

const PREAMBLE_FIELDS = [...SEGMENT_PARTS, "headSum", "soundsSum"] as const;
/** Length of the preamble. */
export const PREAMBLE_BYTES = 4 * (2 + PREAMBLE_FIELDS.length);

/** Encodes the preamble: little-endian 32-bit numbers. */
export function writePreamble(preamble: SegmentPreamble): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(PREAMBLE_BYTES));
  for (const [i, value] of [
    SEGMENT_MAGIC,
    SEGMENT_VERSION,
    ...PREAMBLE_FIELDS.map((field) => preamble[field]),
  ].entries())
    view.setUint32(i * 4, value, true);
  return new Uint8Array(view.buffer);
}

/** Decodes the preamble; null if the bytes are too short or of another format or version. */
export function readPreamble(bytes: Uint8Array): SegmentPreamble | null {
  if (bytes.length < PREAMBLE_BYTES) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const [magic, version, ...values] = Array.from({ length: PREAMBLE_BYTES / 4 }, (_, i) =>
    view.getUint32(i * 4, true),
  );
  if (magic !== SEGMENT_MAGIC || version !== SEGMENT_VERSION) return null;
  return Object.fromEntries(PREAMBLE_FIELDS.map((field, i) => [field, values[i]!])) as SegmentPreamble;
}
