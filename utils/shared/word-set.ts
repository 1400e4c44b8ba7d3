/** Words in lower case, with straight apostrophes and without punctuation. */
export type WordSet = ReadonlySet<string>;

/** Makes a set of the words in a text, which white space separates. */
export const toWordSet = (text: string): WordSet => new Set(text.trim().split(/\s+/));
