import { ByteWriter, joinBytes } from "../format/bytes.ts";
import type { WordEntry } from "../format/word-entry.ts";
import type { Segment } from "../read/open-segment.ts";
import { combineSegments, type SegmentPart } from "../read/combine-segments.ts";
import type { VocabularyEntry } from "../format/packed-vocabulary.ts";
import {
  writeHead,
  createSinks,
  writePassages,
  writeWord,
  type SegmentStats,
  type SegmentSinks,
} from "./segment-writer.ts";

/**
 * Merges segments without their deleted episodes. Memory stays small: one word and one episode at a time. The result
 * equals a segment packed at once, byte for byte.
 * @param onProgress Receives the share of the work that is done, from 0 to 1.
 * @param withTexts False if the sink already holds the texts of all segments.
 * @returns The head, which precedes the parts.
 */
export async function writeMergedSegment(
  parts: readonly SegmentPart[],
  sinks: SegmentSinks,
  onProgress: (share: number) => void = () => undefined,
  withTexts = true,
): Promise<Uint8Array<ArrayBuffer>> {
  const combined = await combineSegments(parts);
  const stats: SegmentStats = { lengths: [...combined.lengths], ...collectStats(combined) };
  for (const [i, { id, first }] of combined.episodes.entries()) {
    if (withTexts) writePassages(sinks, await combined.readPackedPassages(i));
    stats.episodes.push({ id, first, length: combined.getPackedLength(i) });
    onProgress(i / combined.episodes.length / 2);
  }
  const entries: VocabularyEntry<WordEntry>[] = [];
  for (const { word, value } of combined.words.listPrefixed("")) {
    const postings = await combined.readWordPostings(value);
    entries.push(writeWord(sinks, word, postings, combined.passageCount));
    onProgress((1 + entries.length / combined.words.size) / 2);
  }
  return writeHead(stats, entries, sinks, true);
}

/** Merges segments in memory. */
export async function mergeSegments(parts: readonly SegmentPart[]): Promise<Uint8Array<ArrayBuffer>> {
  const sinks = createSinks(() => new ByteWriter());
  const head = await writeMergedSegment(parts, sinks);
  return joinBytes([head, ...Object.values(sinks).map((part) => part.toBytes())]);
}

function collectStats(segment: Segment): Omit<SegmentStats, "lengths"> {
  const { wordsBefore, episodes, passageCount, isBoilerplate } = segment;
  const firsts = new Set(episodes.map(({ first }) => first));
  const wordCounts: number[] = [];
  const boilerplateFlags: boolean[] = [];
  for (let doc = 0; doc < passageCount; doc++) {
    const isLastOfEpisode = doc + 1 === passageCount || firsts.has(doc + 1);
    // The unused position after an episode is no word.
    wordCounts.push(wordsBefore[doc + 1]! - wordsBefore[doc]! - (isLastOfEpisode ? 1 : 0));
    boilerplateFlags.push(isBoilerplate(doc));
  }
  return { wordCounts, boilerplateFlags, episodes: [] };
}
