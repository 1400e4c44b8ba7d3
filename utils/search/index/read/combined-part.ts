import { findLowerBound } from "../../../shared/binary-search.ts";
import type { WordStats } from "../format/word-entry.ts";
import {
  EMPTY_POSTINGS,
  mapPostings,
  sumFrequencies,
  type Postings,
  type WordPostings,
} from "../format/postings.ts";
import { getEpisodeEnd, type Segment } from "./open-segment.ts";

/** A segment with the mapping of its numbers to the combined ones. */
export interface CombinedPart {
  segment: Segment;
  /** Combined number of each passage and each episode; -1 if it is deleted. */
  docs: Int32Array;
  episodes: Int32Array;
  /** Shift of the positions of each episode. */
  positionShifts: Int32Array;
  /** Nothing is deleted, so all numbers shift by the same amount. */
  isWhole: boolean;
  /** Number of deleted passages with each word. */
  deletedCounts: ReadonlyMap<string, number>;
}

/** Postings of a word in a part, in combined numbers. */
export async function readPartPostings(part: CombinedPart, entry: WordStats | undefined): Promise<Postings> {
  if (!entry) return { docs: new Uint32Array(), frequencies: new Uint32Array() };
  const { docs, frequencies } = await part.segment.readPostings(entry);
  const remaining = { docs: new Uint32Array(docs.length), frequencies: new Uint32Array(docs.length) };
  let count = 0;
  for (let i = 0; i < docs.length; i++) {
    const doc = part.docs[docs[i]!]!;
    if (doc < 0) continue;
    remaining.docs[count] = doc;
    remaining.frequencies[count++] = frequencies[i]!;
  }
  return {
    docs: remaining.docs.subarray(0, count),
    frequencies: remaining.frequencies.subarray(0, count),
  };
}

/** Positions of a word in a part, in combined numbers. */
export async function readPartPositions(
  { segment, episodes, positionShifts, isWhole }: CombinedPart,
  entry: WordStats | undefined,
): Promise<Uint32Array> {
  const positions = entry ? await segment.readPositions(entry) : new Uint32Array();
  const [shift] = positionShifts;
  if (isWhole) return shift ? positions.map((position) => position + shift) : positions;
  const remaining = new Uint32Array(positions.length);
  let count = 0;
  let episode = 0;
  for (const position of positions) {
    while (segment.wordsBefore[getEpisodeEnd(segment, episode)]! <= position) episode++;
    if (episodes[episode]! >= 0) remaining[count++] = position + positionShifts[episode]!;
  }
  return remaining.subarray(0, count);
}

/** The combined candidates at which a part has a word. */
export async function filterPartPositions(
  combined: Segment,
  { segment, episodes, positionShifts }: CombinedPart,
  entry: WordStats | undefined,
  candidates: Uint32Array,
): Promise<Uint32Array> {
  /** The candidates inside this part, in its own numbers, and the shift of each. */
  const partCandidates = new Uint32Array(candidates.length);
  const shifts = new Int32Array(candidates.length);
  let count = 0;
  let next = 0;
  for (const [episode, combinedEpisode] of episodes.entries()) {
    if (!entry || combinedEpisode < 0) continue;
    const start = combined.wordsBefore[combined.episodes[combinedEpisode]!.first]!;
    const end = combined.wordsBefore[getEpisodeEnd(combined, combinedEpisode)]!;
    next = findLowerBound(candidates, start, next);
    for (; next < candidates.length && candidates[next]! < end; next++) {
      shifts[count] = positionShifts[episode]!;
      partCandidates[count++] = candidates[next]! - positionShifts[episode]!;
    }
  }
  if (!entry || !count) return new Uint32Array();
  const found = await segment.filterPositions(entry, partCandidates.subarray(0, count));
  let k = 0;
  return found.map((position) => {
    while (partCandidates[k]! < position) k++;
    return position + shifts[k]!;
  });
}

/** A part's postings of a word, and the shift of their passage numbers. */
export async function readPartWordPostings(
  { segment, docs, isWhole }: CombinedPart,
  entry: WordStats | undefined,
): Promise<WordPostings & { first: number }> {
  if (!entry) return { shown: EMPTY_POSTINGS, found: null, first: 0 };
  const { shown, found } = await segment.readWordPostings(entry);
  if (isWhole) return { shown, found, first: docs[0]! };
  const remainingShown = mapPostings(shown, docs);
  const remainingFound = found && mapPostings(found, docs);
  // If only deleted passages were corrected, both lists are now the same.
  const isHeard = remainingFound && sumFrequencies(remainingFound) > sumFrequencies(remainingShown);
  return { shown: remainingShown, found: isHeard ? remainingFound : null, first: 0 };
}
