import type { QueryPhrase } from "../../query/parse-query.ts";
import { findLowerBound } from "../../../shared/binary-search.ts";
import { joinNumbers } from "../format/bytes.ts";
import type { WordStats } from "../format/word-entry.ts";
import type { Segment } from "../read/open-segment.ts";

const NO_POSITIONS = new Uint32Array();

/** An unfinished word stands for at most so many. */
const MAX_ENDINGS = 500;

/**
 * Everywhere the words of a phrase stand one after the other, over the ends of paragraphs and passages: the places of its
 * first word, ascending.
 */
export async function findPhrasePositions(
  segment: Segment,
  { words, unfinished }: QueryPhrase,
): Promise<Uint32Array> {
  const finished = unfinished ? words.slice(0, -1) : words;
  const entries = finished.map((word) => segment.words.get(word));
  if (entries.includes(undefined)) return NO_POSITIONS;
  let starts = await findAdjacentPositions(segment, entries as WordStats[]);
  if (unfinished && (!finished.length || starts.length)) {
    const ends = await readEndingPositions(segment, words.at(-1)!);
    starts = finished.length ? filterFollowed(starts, ends, finished.length) : ends;
  }
  return starts;
}

/** Where some words stand one after the other: the places of the first, ascending. */
export async function findAdjacentPositions(
  segment: Segment,
  words: readonly WordStats[],
): Promise<Uint32Array> {
  // The rarest first: the others are looked up where it stands.
  const [rarest, ...others] = words
    .map((entry, behind) => ({ entry, behind }))
    .toSorted((a, b) => a.entry.passageCount - b.entry.passageCount);
  if (!rarest) return NO_POSITIONS;
  let starts = shiftPositions(await segment.readPositions(rarest.entry), -rarest.behind);
  for (const { entry, behind } of others)
    if (starts.length)
      starts = shiftPositions(await segment.filterPositions(entry, shiftPositions(starts, behind)), -behind);
  return starts;
}

/** Places so many words further on; those that would stand before all are left out. */
function shiftPositions(places: Uint32Array, by: number): Uint32Array {
  if (!by) return places;
  return places.subarray(findLowerBound(places, -by)).map((place) => place + by);
}

/** Those places that have one of the others so many words behind them; both ascending. */
function filterFollowed(starts: Uint32Array, others: Uint32Array, behind: number): Uint32Array {
  const found = new Uint32Array(Math.min(starts.length, others.length));
  let count = 0;
  // The few are looked for among the many.
  const step = others.length > starts.length * 16 ? findLowerBound : scanForward;
  for (let i = 0, j = 0; i < starts.length && j < others.length; i++) {
    const wanted = starts[i]! + behind;
    j = step(others, wanted, j);
    if (others[j] === wanted) found[count++] = starts[i]!;
  }
  return found.subarray(0, count);
}

/** The first number from an index on that is not smaller: one after the other. */
function scanForward(numbers: Uint32Array, wanted: number, from: number): number {
  let i = from;
  while (i < numbers.length && numbers[i]! < wanted) i++;
  return i;
}

async function readEndingPositions(segment: Segment, letters: string): Promise<Uint32Array> {
  const all: Promise<Uint32Array>[] = [];
  for (const { value } of segment.words.listPrefixed(letters)) {
    if (all.length === MAX_ENDINGS) break;
    all.push(segment.readPositions(value));
  }
  return joinNumbers(await Promise.all(all)).toSorted();
}
