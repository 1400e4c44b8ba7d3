import { memoize } from "../../shared/memoize.ts";
import { isSentenceEnd } from "./sentence-end.ts";

/** A stretch of a text: character offsets, from the first up to the last. */
type SentenceOffsets = readonly [start: number, end: number];

/** A sentence that is longer than this, in characters, is none: the text has no stops there. */
const MAX_SENTENCE_CHARACTERS = 320;

/** The sentences of a text, one after the other. */
export const splitSentences = memoize((text): readonly SentenceOffsets[] => {
  const found: SentenceOffsets[] = [];
  let start: number | null = null;
  let end = 0;
  for (const { 0: word, index } of text.matchAll(/\S+/g)) {
    start ??= index;
    end = index + word.length;
    if (!isSentenceEnd(word)) continue;
    found.push([start, end]);
    start = null;
  }
  if (start !== null) found.push([start, end]);
  return found;
});

/** The sentence at an offset of a text; null where the text has no stops around it. */
export function findSentence(text: string, offset: number): SentenceOffsets | null {
  const sentences = splitSentences(text);
  const found = sentences.find(([, end]) => end > offset) ?? sentences.at(-1);
  return found && found[1] - found[0] <= MAX_SENTENCE_CHARACTERS ? found : null;
}
