import { ByteWriter, joinedBytes } from "./bytes.ts";
import type { WordEntry } from "./entries.ts";
import type { Segment } from "./segment.ts";
import { several, type Part } from "./several.ts";
import type { Entry } from "./vocabulary.ts";
import { headOf, sinksOf, writeTexts, writeWord, type Facts, type Sinks } from "./write.ts";

/**
 * Writes several segments as one, without what is deleted: word by word and episode by episode, so that no more than
 * one of either is held at a time. Gives the head, which stands before the parts; the whole is the same, byte by byte,
 * as if it had been packed at once.
 * @param tell Called with the share of the work that is done, from 0 to 1.
 * @param withTexts Not wanted where their sink has them already, one segment's behind the other's.
 */
export async function writeMerged(
  parts: readonly Part[],
  sinks: Sinks,
  tell: (share: number) => void = () => undefined,
  withTexts = true,
): Promise<Uint8Array<ArrayBuffer>> {
  const whole = await several(parts);
  const facts: Facts = { lengths: [...whole.lengths], ...countsOf(whole) };
  for (const [i, { id, first }] of whole.episodes.entries()) {
    if (withTexts) writeTexts(sinks, await whole.packedTexts(i));
    facts.episodes.push({ id, first, length: whole.textsLength(i) });
    tell(i / whole.episodes.length / 2);
  }
  const entries: Entry<WordEntry>[] = [];
  for (const { word, value } of whole.words.prefixed("")) {
    entries.push(writeWord(sinks, word, await whole.runs(value), whole.passages));
    tell((1 + entries.length / whole.words.size) / 2);
  }
  return headOf(facts, entries, sinks, true);
}

/** The same in memory. */
export async function mergeSegments(parts: readonly Part[]): Promise<Uint8Array<ArrayBuffer>> {
  const sinks = sinksOf(() => new ByteWriter());
  const head = await writeMerged(parts, sinks);
  return joinedBytes([head, ...Object.values(sinks).map((part) => part.done())]);
}

function countsOf({ wordsBefore, episodes, passages, isAside }: Segment): Omit<Facts, "lengths"> {
  const ends = new Set(episodes.map(({ first }) => first));
  const counts: number[] = [];
  const asides: boolean[] = [];
  for (let doc = 0; doc < passages; doc++) {
    const isLast = doc + 1 === passages || ends.has(doc + 1);
    counts.push(wordsBefore[doc + 1]! - wordsBefore[doc]! - (isLast ? 1 : 0));
    asides.push(isAside(doc));
  }
  return { counts, asides, episodes: [] };
}
