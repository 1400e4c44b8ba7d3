const WORD = /[\p{L}\p{N}]+(?:['’.][\p{L}\p{N}]+)*/gu;

/** The words of a text without capitals and punctuation: what a Change is a difference of. */
export const spoken = (text: string): string =>
  (text.match(WORD) ?? []).join(" ").toLowerCase().replace(/’/g, "'");

/** Words without the stop or comma that ends them. */
export const unended = (text: string): string => text.replace(/[.,?!;:…]+$/, "");
