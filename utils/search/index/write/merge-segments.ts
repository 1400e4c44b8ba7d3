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
 * Writes several segments as one, without what is deleted: word by word and episode by episode, so that no more than
 * one of either is held at a time. Gives the head, which stands before the parts; the whole is the same, byte by byte,
 * as if it had been packed at once.
 * @param tell Called with the share of the work that is done, from 0 to 1.
 * @param withTexts Not wanted where their sink has them already, one segment's behind the other's.
 */
export async function writeMergedSegment(
  parts: readonly SegmentPart[],
  sinks: SegmentSinks,
  tell: (share: number) => void = () => undefined,
  withTexts = true,
): Promise<Uint8Array<ArrayBuffer>> {
  const whole = await combineSegments(parts);
  const facts: SegmentStats = { lengths: [...whole.lengths], ...collectStats(whole) };
  for (const [i, { id, first }] of whole.episodes.entries()) {
    if (withTexts) writePassages(sinks, await whole.readPackedPassages(i));
    facts.episodes.push({ id, first, length: whole.getPackedLength(i) });
    tell(i / whole.episodes.length / 2);
  }
  const entries: VocabularyEntry<WordEntry>[] = [];
  for (const { word, value } of whole.words.listPrefixed("")) {
    entries.push(writeWord(sinks, word, await whole.readWordPostings(value), whole.passageCount));
    tell((1 + entries.length / whole.words.size) / 2);
  }
  return writeHead(facts, entries, sinks, true);
}

/** The same in memory. */
export async function mergeSegments(parts: readonly SegmentPart[]): Promise<Uint8Array<ArrayBuffer>> {
  const sinks = createSinks(() => new ByteWriter());
  const head = await writeMergedSegment(parts, sinks);
  return joinBytes([head, ...Object.values(sinks).map((part) => part.toBytes())]);
}

function collectStats({
  wordsBefore,
  episodes,
  passageCount: passages,
  isBoilerplate: isAside,
}: Segment): Omit<SegmentStats, "lengths"> {
  const ends = new Set(episodes.map(({ first }) => first));
  const counts: number[] = [];
  const asides: boolean[] = [];
  for (let doc = 0; doc < passages; doc++) {
    const isLast = doc + 1 === passages || ends.has(doc + 1);
    counts.push(wordsBefore[doc + 1]! - wordsBefore[doc]! - (isLast ? 1 : 0));
    asides.push(isAside(doc));
  }
  return { wordCounts: counts, boilerplateFlags: asides, episodes: [] };
}
