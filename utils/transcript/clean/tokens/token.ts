import type { Cue, LineJoin, ParagraphKind } from "../../model/transcript.ts";
import type { Evidence } from "../../model/evidence.ts";
import { memoize } from "../../../shared/memoize.ts";

/** What the source has in place of one or more pieces: the Change they will become. */
export interface TokenCorrection {
  /** Empty for words put in. */
  heard: string;
  step: string;
  why: Evidence;
}

/** One word on its way from source to page, with its punctuation. */
export interface Token {
  /** Empty for words taken out; steps pass over these. */
  text: string;
  /** Absent where the source has the same word. Neighbours that were corrected together share the object. */
  correction?: TokenCorrection;
  /** Seconds, where the source has a time for this very word. */
  start: number | null;
  speaker: string | null;
  /** The source begins a cue, or a paragraph, with this word. */
  boundary: "word" | "cue" | "paragraph";
  /** Words are missing before this one. */
  lost?: true;
  /** A minute mark without digits stood before this word. */
  brokenMark?: true;
  /** The stretch in which a space was lost; pieces of one stretch share the object. Offsets as in the cue. */
  join?: LineJoin;
  /** Offset in its cue's text; the join's stretch is told in the same offsets. */
  cueOffset: number;
  kind: ParagraphKind;
}

/** The same word is the same string, so that looking it up is quick in every step. */
const internWord = memoize((word) => word);

/** The words of all cues, in order. */
export function tokenizeCues(cues: Cue[]): Token[] {
  return cues.flatMap((cue) => {
    const times = new Map(cue.words);
    let joinAt = 0;
    return splitWords(cue.text).map(({ text, at }, i): Token => {
      const first = i === 0;
      while (cue.joins?.[joinAt] && cue.joins[joinAt]!.to <= at) joinAt++;
      const stretch = cue.joins?.[joinAt];
      const join = stretch && at + text.length > stretch.from ? stretch : undefined;
      const begins = first ? (cue.paragraph ? "paragraph" : "cue") : "word";
      const start = times.get(at) ?? (first ? cue.start : null);
      return {
        text,
        start,
        speaker: cue.speaker,
        boundary: begins,
        cueOffset: at,
        kind: "talk",
        ...(join && { join }),
        ...(first && cue.lost && { lost: true as const }),
        ...(first && cue.brokenMark && { brokenMark: true as const }),
      };
    });
  });
}

/** A stop or comma that stands alone, as where a note such as "(laughs)" was taken out before it. */
const LONE_PUNCTUATION = /^[.,]$/;
const UNPUNCTUATED_END = /[\p{L}\p{N}]["”’)]*$/u;

/** The words of a text and where they are. A stop or comma alone goes to the word before it, if that has none yet. */
function splitWords(text: string): { text: string; at: number }[] {
  const words: { text: string; at: number }[] = [];
  for (const { 0: word, index: at } of text.matchAll(/\S+/g)) {
    const last = words.at(-1);
    if (!LONE_PUNCTUATION.test(word)) words.push({ text: internWord(word), at });
    else if (last && UNPUNCTUATED_END.test(last.text)) last.text = internWord(last.text + word);
  }
  return words;
}
