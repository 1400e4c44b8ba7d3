import { findLowerBound } from "../../../shared/binary-search.ts";
import type { Offsets } from "../../text/find-matches.ts";
import type { QueryPhrase } from "../../query/parse-query.ts";
import { findPhrasePositions } from "./find-phrase-positions.ts";
import { findPassage } from "../format/positions.ts";
import type { Segment } from "../read/open-segment.ts";

/** A phrase in a library: the passages in which it begins, and its places. Common words stand in hundreds of thousands. */
export interface PhraseMatches {
  /** How many words it has. */
  wordCount: number;
  /** Places of its first word, ascending, counted as in `wordsBefore`. */
  starts: Uint32Array;
  /** Passages, ascending, and for each the index behind its last start. */
  docs: Uint32Array;
  ends: Uint32Array;
}

/** Looks a phrase up. */
export async function findPhraseMatches(segment: Segment, phrase: QueryPhrase): Promise<PhraseMatches> {
  const starts = await findPhrasePositions(segment, phrase);
  const most = Math.min(starts.length, segment.passageCount);
  const [docs, ends] = [new Uint32Array(most), new Uint32Array(most)];
  const { wordsBefore } = segment;
  let count = 0;
  let doc = 0;
  for (let i = 0; i < starts.length; i++) {
    doc = findPassage(wordsBefore, doc, starts[i]!);
    if (!count || docs[count - 1] !== doc) docs[count++] = doc;
    ends[count - 1] = i + 1;
  }
  const { length: words } = phrase.words;
  return { wordCount: words, starts, docs: docs.subarray(0, count), ends: ends.subarray(0, count) };
}

/** A byte for each passage: 1 for those in any of some lists. */
export function markPassages(passages: number, lists: readonly Uint32Array[]): Uint8Array {
  const marks = new Uint8Array(passages);
  for (const docs of lists) for (let i = 0; i < docs.length; i++) marks[docs[i]!] = 1;
  return marks;
}

/** Passages in which each of some phrases begins, ascending. */
export function intersectPassages([first, ...others]: readonly PhraseMatches[]): Uint32Array {
  const all = others.map(({ docs }) => docs);
  return (first?.docs ?? new Uint32Array()).filter((doc) =>
    all.every((docs) => docs[findLowerBound(docs, doc)] === doc),
  );
}

/** Where a phrase begins in a passage. */
export function getPhraseStarts({ docs, ends, starts }: PhraseMatches, doc: number): Uint32Array {
  const i = findLowerBound(docs, doc);
  return docs[i] === doc ? starts.subarray(ends[i - 1] ?? 0, ends[i]) : starts.subarray(0, 0);
}

/** Words of a passage that stand in one of some phrases, counted from its first. */
export const getPhraseOffsets = (
  segment: Segment,
  phrases: readonly PhraseMatches[],
  doc: number,
): Offsets[] =>
  phrases.flatMap((phrase) =>
    Array.from(getPhraseStarts(phrase, doc), (place): Offsets => {
      const at = place - segment.wordsBefore[doc]!;
      return [at, at + phrase.wordCount];
    }),
  );
