import { memoize } from "../../shared/memoize.ts";
import { isSentenceEnd } from "./sentence-end.ts";

/** The characters of a sentence, from offset `start` up to `end`. */
type SentenceOffsets = readonly [start: number, end: number];

/** A longer "sentence" is text without punctuation. */
const MAX_SENTENCE_CHARACTERS = 320;

/** Splits a text into sentences. */
export const splitSentences = memoize((text): readonly SentenceOffsets[] => {
  const sentences: SentenceOffsets[] = [];
  let start: number | null = null;
  let end = 0;
  for (const { 0: word, index } of text.matchAll(/\S+/g)) {
    start ??= index;
    end = index + word.length;
    if (!isSentenceEnd(word)) continue;
    sentences.push([start, end]);
    start = null;
  }
  if (start !== null) sentences.push([start, end]);
  return sentences;
});

/** Finds the sentence at an offset; null where the text around it has no punctuation. */
export function findSentence(text: string, offset: number): SentenceOffsets | null {
  const sentences = splitSentences(text);
  const sentence = sentences.find(([, end]) => end > offset) ?? sentences.at(-1);
  return sentence && sentence[1] - sentence[0] <= MAX_SENTENCE_CHARACTERS ? sentence : null;
}
