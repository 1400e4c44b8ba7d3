import type { QueryPhrase } from "../../query/parse-query.ts";
import { findLowerBound } from "../../../shared/binary-search.ts";
import { joinNumbers } from "../format/bytes.ts";
import type { WordStats } from "../format/word-entry.ts";
import type { Segment } from "../read/open-segment.ts";

const NO_POSITIONS = new Uint32Array();

/** Most words to which the unfinished last word of a phrase expands. */
const MAX_EXPANSIONS = 500;

/**
 * Finds a phrase, also across the ends of paragraphs and passages.
 * @returns Positions of its first word, ascending.
 */
export async function findPhrasePositions(
  segment: Segment,
  { words, unfinished }: QueryPhrase,
): Promise<Uint32Array> {
  const finished = unfinished ? words.slice(0, -1) : words;
  const entries = finished.map((word) => segment.words.get(word));
  if (entries.includes(undefined)) return NO_POSITIONS;
  const starts = await findAdjacentPositions(segment, entries as WordStats[]);
  if (!unfinished || (finished.length && !starts.length)) return starts;
  const expansions = await readExpansionPositions(segment, words.at(-1)!);
  return finished.length ? filterFollowed(starts, expansions, finished.length) : expansions;
}

/**
 * Finds words that follow each other.
 * @returns Positions of the first word, ascending.
 */
export async function findAdjacentPositions(
  segment: Segment,
  words: readonly WordStats[],
): Promise<Uint32Array> {
  // The rarest word is read completely; the others are looked up next to it.
  const [rarest, ...others] = words
    .map((entry, offset) => ({ entry, offset }))
    .toSorted((a, b) => a.entry.passageCount - b.entry.passageCount);
  if (!rarest) return NO_POSITIONS;
  let starts = shiftPositions(await segment.readPositions(rarest.entry), -rarest.offset);
  for (const { entry, offset } of others)
    if (starts.length) {
      const found = await segment.filterPositions(entry, shiftPositions(starts, offset));
      starts = shiftPositions(found, -offset);
    }
  return starts;
}

/** Adds a number to positions. Those that would become negative are dropped. */
function shiftPositions(positions: Uint32Array, shift: number): Uint32Array {
  if (!shift) return positions;
  return positions.subarray(findLowerBound(positions, -shift)).map((position) => position + shift);
}

/** The starts with a follower exactly `offset` words later; both ascending. */
function filterFollowed(starts: Uint32Array, followers: Uint32Array, offset: number): Uint32Array {
  const found = new Uint32Array(Math.min(starts.length, followers.length));
  let count = 0;
  // Binary search pays off where the followers are far more numerous.
  const findFrom = followers.length > starts.length * 16 ? findLowerBound : scanForward;
  for (let i = 0, j = 0; i < starts.length && j < followers.length; i++) {
    const wanted = starts[i]! + offset;
    j = findFrom(followers, wanted, j);
    if (followers[j] === wanted) found[count++] = starts[i]!;
  }
  return found.subarray(0, count);
}

/** `findLowerBound` as a linear scan. */
function scanForward(numbers: Uint32Array, wanted: number, from: number): number {
  let i = from;
  while (i < numbers.length && numbers[i]! < wanted) i++;
  return i;
}

async function readExpansionPositions(segment: Segment, prefix: string): Promise<Uint32Array> {
  const reads: Promise<Uint32Array>[] = [];
  for (const { value } of segment.words.listPrefixed(prefix)) {
    if (reads.length === MAX_EXPANSIONS) break;
    reads.push(segment.readPositions(value));
  }
  return joinNumbers(await Promise.all(reads)).toSorted();
}
