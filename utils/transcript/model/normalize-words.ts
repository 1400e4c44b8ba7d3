const WORD_PATTERN = /[\p{L}\p{N}]+(?:['’.][\p{L}\p{N}]+)*/gu;

/** The words of a text without capitals and punctuation: what a Change is a difference of. */
export const normalizeWords = (text: string): string =>
  (text.match(WORD_PATTERN) ?? []).join(" ").toLowerCase().replace(/’/g, "'");

/** Words without the stop or comma that ends them. */
export const stripEndPunctuation = (text: string): string => text.replace(/[.,?!;:…]+$/, "");
