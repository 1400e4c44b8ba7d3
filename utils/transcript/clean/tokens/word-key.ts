import { memoize } from "../../../shared/memoize.ts";

/**
 * The form in which word lists have a word: lower case, straight apostrophes, no punctuation around it.
 *
 * @example
 * toWordKey("“Don’t!”"); // "don't"
 */
export const toWordKey = memoize((text) =>
  text
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""),
);
