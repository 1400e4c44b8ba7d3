/** Problems that a code alone describes. */
export type PlainProblemCode =
  /** Text before the first time was left out. */
  | "text-before-time"
  /** A cue ends before it starts. */
  | "ends-before-start"
  /** A cue has no time. */
  | "missing-time"
  /** The source lost words in this line. */
  | "missing-words"
  /** A time is followed by no words. */
  | "empty-time"
  /** The file breaks off. */
  | "truncated"
  /** The file is no JSON that can be repaired. */
  | "invalid-json"
  /** The file is larger than any transcript. */
  | "too-large"
  /** The file has binary content. */
  | "not-text"
  /** The file has no words. */
  | "empty";

/**
 * A place in a source that could not be read as it should be, as data.
 * `describeProblem` puts it into a sentence where it is displayed. Lines count from 1.
 */
export type ParseProblem =
  | { line: number; code: PlainProblemCode }
  /** `text` is in the place of a time, but is none. */
  | { line: number; code: "invalid-time"; text: string }
  /** The segment with this number, from 1, has no words. */
  | { line: number; code: "empty-segment"; segment: number };
