const WORD_PATTERN = /[\p{L}\p{N}]+(?:['’.][\p{L}\p{N}]+)*/gu;

/**
 * The words of a text without capitals and punctuation. Texts with equal words need no Change between them.
 *
 * @example
 * normalizeWords("“Don’t,” she said."); // "don't she said"
 */
export const normalizeWords = (text: string): string =>
  (text.match(WORD_PATTERN) ?? []).join(" ").toLowerCase().replace(/’/g, "'");

/** Removes punctuation from the end of a text. */
export const stripEndPunctuation = (text: string): string => text.replace(/[.,?!;:…]+$/, "");
