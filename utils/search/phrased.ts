import { findLowerBound } from "../transcript/ascending.ts";
import type { Span } from "./matches.ts";
import type { Phrase } from "./query.ts";
import { phrasePlaces } from "./segment/phrases.ts";
import { passageFrom } from "./segment/places.ts";
import type { Segment } from "./segment/segment.ts";

/** A phrase in a library: the passages in which it begins, and its places. Common words stand in hundreds of thousands. */
export interface Phrased {
  /** How many words it has. */
  words: number;
  /** Places of its first word, ascending, counted as in `wordsBefore`. */
  starts: Uint32Array;
  /** Passages, ascending, and for each the index behind its last start. */
  docs: Uint32Array;
  ends: Uint32Array;
}

/** Looks a phrase up. */
export async function phrased(segment: Segment, phrase: Phrase): Promise<Phrased> {
  const starts = await phrasePlaces(segment, phrase);
  const most = Math.min(starts.length, segment.passages);
  const [docs, ends] = [new Uint32Array(most), new Uint32Array(most)];
  const { wordsBefore } = segment;
  let count = 0;
  let doc = 0;
  for (let i = 0; i < starts.length; i++) {
    doc = passageFrom(wordsBefore, doc, starts[i]!);
    if (!count || docs[count - 1] !== doc) docs[count++] = doc;
    ends[count - 1] = i + 1;
  }
  const { length: words } = phrase.words;
  return { words, starts, docs: docs.subarray(0, count), ends: ends.subarray(0, count) };
}

/** A byte for each passage: 1 for those in any of some lists. */
export function marked(passages: number, lists: readonly Uint32Array[]): Uint8Array {
  const marks = new Uint8Array(passages);
  for (const docs of lists) for (let i = 0; i < docs.length; i++) marks[docs[i]!] = 1;
  return marks;
}

/** Passages in which each of some phrases begins, ascending. */
export function whereAll([first, ...others]: readonly Phrased[]): Uint32Array {
  const all = others.map(({ docs }) => docs);
  return (first?.docs ?? new Uint32Array()).filter((doc) =>
    all.every((docs) => docs[findLowerBound(docs, doc)] === doc),
  );
}

/** Where a phrase begins in a passage. */
export function startsIn({ docs, ends, starts }: Phrased, doc: number): Uint32Array {
  const i = findLowerBound(docs, doc);
  return docs[i] === doc ? starts.subarray(ends[i - 1] ?? 0, ends[i]) : starts.subarray(0, 0);
}

/** Words of a passage that stand in one of some phrases, counted from its first. */
export const phraseSpans = (segment: Segment, phrases: readonly Phrased[], doc: number): Span[] =>
  phrases.flatMap((phrase) =>
    Array.from(startsIn(phrase, doc), (place): Span => {
      const at = place - segment.wordsBefore[doc]!;
      return [at, at + phrase.words];
    }),
  );
