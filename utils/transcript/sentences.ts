import { kept } from "./clean/kept.ts";
import { endsSentence } from "./clean/row.ts";

/** A stretch of a text: character offsets, from the first up to the last. */
type Stretch = readonly [start: number, end: number];

/** A sentence that is longer than this, in characters, is none: the text has no stops there. */
const LONGEST = 320;

/** The sentences of a text, one after the other. */
export const sentencesOf = kept((text): readonly Stretch[] => {
  const found: Stretch[] = [];
  let start: number | null = null;
  let end = 0;
  for (const { 0: word, index } of text.matchAll(/\S+/g)) {
    start ??= index;
    end = index + word.length;
    if (!endsSentence(word)) continue;
    found.push([start, end]);
    start = null;
  }
  if (start !== null) found.push([start, end]);
  return found;
});

/** The sentence at an offset of a text; null where the text has no stops around it. */
export function sentenceAt(text: string, offset: number): Stretch | null {
  const sentences = sentencesOf(text);
  const found = sentences.find(([, end]) => end > offset) ?? sentences.at(-1);
  return found && found[1] - found[0] <= LONGEST ? found : null;
}
