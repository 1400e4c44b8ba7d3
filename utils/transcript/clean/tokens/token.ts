import type { UnplacedChange } from "../../model/add-change.ts";
import type { Cue, LineJoin, ParagraphKind } from "../../model/transcript.ts";
import { memoize } from "../../../shared/memoize.ts";

/** The Change that one or more tokens will become. `heard` is empty for words put in. */
export type TokenCorrection = UnplacedChange;

/** One word with its punctuation, on its way from a cue to a paragraph. */
export interface Token {
  /** Empty for a word taken out; later steps pass over it. */
  text: string;
  /** Absent where the source has the same word. Neighbors that were corrected together share the object. */
  correction?: TokenCorrection;
  /** Seconds, where the source has a time for this very word. */
  start: number | null;
  speaker: string | null;
  /** What the source begins with this word. */
  boundary: "word" | "cue" | "paragraph";
  /** Words are lost before this one. */
  lost?: true;
  /** A minute mark without digits precedes this word. */
  brokenMark?: true;
  /** The range in which the source lost a space. All tokens of the range share the object. */
  join?: LineJoin;
  /** Offset in the cue's text, as in `join`. */
  cueOffset: number;
  kind: ParagraphKind;
}

/** Equal words share one string, which makes later look-ups of them fast. */
const internWord = memoize((word) => word);

/** The words of all cues, in order. */
export function tokenizeCues(cues: readonly Cue[]): Token[] {
  return cues.flatMap((cue) => {
    const wordTimes = new Map(cue.words);
    let joinIndex = 0;
    return splitWords(cue.text).map(({ text, offset }, i): Token => {
      const isFirst = i === 0;
      while (cue.joins?.[joinIndex] && cue.joins[joinIndex]!.to <= offset) joinIndex++;
      const nextJoin = cue.joins?.[joinIndex];
      const join = nextJoin && offset + text.length > nextJoin.from ? nextJoin : undefined;
      return {
        text,
        start: wordTimes.get(offset) ?? (isFirst ? cue.start : null),
        speaker: cue.speaker,
        boundary: isFirst ? (cue.paragraph ? "paragraph" : "cue") : "word",
        cueOffset: offset,
        kind: "talk",
        ...(join && { join }),
        ...(isFirst && cue.lost && { lost: true as const }),
        ...(isFirst && cue.brokenMark && { brokenMark: true as const }),
      };
    });
  });
}

/** A full stop or comma on its own, as remains where a note such as "(laughs)" was removed before it. */
const LONE_PUNCTUATION = /^[.,]$/;
const UNPUNCTUATED_END = /[\p{L}\p{N}]["”’)]*$/u;

/** The words of a text. Lone punctuation joins the word before it, or is dropped where that has some already. */
function splitWords(text: string): { text: string; offset: number }[] {
  const words: { text: string; offset: number }[] = [];
  for (const { 0: word, index: offset } of text.matchAll(/\S+/g)) {
    const last = words.at(-1);
    if (!LONE_PUNCTUATION.test(word)) words.push({ text: internWord(word), offset });
    else if (last && UNPUNCTUATED_END.test(last.text)) last.text = internWord(last.text + word);
  }
  return words;
}
