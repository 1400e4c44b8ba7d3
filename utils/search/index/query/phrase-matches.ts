import { findLowerBound } from "../../../shared/binary-search.ts";
import type { WordRange } from "../../text/find-matches.ts";
import type { QueryPhrase } from "../../query/parse-query.ts";
import { findPhrasePositions } from "./find-phrase-positions.ts";
import { findPassage } from "../format/positions.ts";
import type { Segment } from "../read/open-segment.ts";

/** Every occurrence of a phrase, grouped by passage. Typed arrays, as a phrase of common words has 100,000s. */
export interface PhraseMatches {
  /** Words of the phrase. */
  wordCount: number;
  /** Positions of its first word, ascending, counted as in `wordsBefore`. */
  starts: Uint32Array;
  /** The passages in which it begins, ascending, and for each the index after its last start. */
  docs: Uint32Array;
  ends: Uint32Array;
}

/** Finds all occurrences of a phrase. */
export async function findPhraseMatches(segment: Segment, phrase: QueryPhrase): Promise<PhraseMatches> {
  const starts = await findPhrasePositions(segment, phrase);
  const capacity = Math.min(starts.length, segment.passageCount);
  const [docs, ends] = [new Uint32Array(capacity), new Uint32Array(capacity)];
  const { wordsBefore } = segment;
  let count = 0;
  let doc = 0;
  for (let i = 0; i < starts.length; i++) {
    doc = findPassage(wordsBefore, doc, starts[i]!);
    if (!count || docs[count - 1] !== doc) docs[count++] = doc;
    ends[count - 1] = i + 1;
  }
  return {
    wordCount: phrase.words.length,
    starts,
    docs: docs.subarray(0, count),
    ends: ends.subarray(0, count),
  };
}

/** One byte per passage: 1 if any of the lists contains it. */
export function markPassages(passageCount: number, lists: readonly Uint32Array[]): Uint8Array {
  const marks = new Uint8Array(passageCount);
  for (const docs of lists) for (let i = 0; i < docs.length; i++) marks[docs[i]!] = 1;
  return marks;
}

/** The passages in which every phrase begins, ascending. */
export function intersectPassages([first, ...others]: readonly PhraseMatches[]): Uint32Array {
  return (first?.docs ?? new Uint32Array()).filter((doc) =>
    others.every(({ docs }) => docs[findLowerBound(docs, doc)] === doc),
  );
}

/** Positions at which a phrase begins in a passage. */
export function getPhraseStarts({ docs, ends, starts }: PhraseMatches, doc: number): Uint32Array {
  const i = findLowerBound(docs, doc);
  return docs[i] === doc ? starts.subarray(ends[i - 1] ?? 0, ends[i]) : starts.subarray(0, 0);
}

/** The words of a passage that belong to a phrase. A range may exceed the passage. */
export const getPhraseRanges = (
  segment: Segment,
  phrases: readonly PhraseMatches[],
  doc: number,
): WordRange[] =>
  phrases.flatMap((phrase) =>
    Array.from(getPhraseStarts(phrase, doc), (position): WordRange => {
      const start = position - segment.wordsBefore[doc]!;
      return [start, start + phrase.wordCount];
    }),
  );
