/** Saved quotes as earlier versions of Earmark wrote them, in IndexedDB and in exported files. */

/** Fields of a record or of parsed JSON, before they are validated. */
export type UnknownFields = { [name: string]: unknown };

/** The value's fields if it is a plain object, else none. */
export const toFields = (value: unknown): UnknownFields =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as UnknownFields) : {};

/**
 * Converts the fields of a saved quote of schema version 1 to version 2; other fields are copied.
 *
 * | version 1                                          | version 2                                                |
 * | -------------------------------------------------- | -------------------------------------------------------- |
 * | `said`                                             | `paragraphs`                                             |
 * | `changed`                                          | `modified`                                               |
 * | `anchor: { words, heard, before, after, seconds }` | `selector: { exact, heard?, prefix, suffix, mediaTime }` |
 *
 * Values are copied without validation. Fields of version 2 stay as they are, so that a second run changes nothing.
 */
export function migrateSavedQuote(record: UnknownFields): UnknownFields {
  const { said, changed, anchor, ...rest } = record;
  return {
    ...(said !== undefined && { paragraphs: said }),
    ...(changed !== undefined && { modified: changed }),
    ...(anchor !== undefined && { selector: migrateAnchor(toFields(anchor)) }),
    ...rest,
  };
}

function migrateAnchor({ words, heard, before, after, seconds, ...rest }: UnknownFields): UnknownFields {
  return {
    exact: words,
    ...(heard !== undefined && heard !== words && { heard }),
    prefix: before,
    suffix: after,
    mediaTime: seconds,
    ...rest,
  };
}
