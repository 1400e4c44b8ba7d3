/** A set of the words in a text, which white space separates. */
export const toWordSet = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));
