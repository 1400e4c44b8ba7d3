import { joinNumbers } from "../format/bytes.ts";
import { createLazy } from "../../../shared/create-lazy.ts";
import { collectTerms } from "../../text/passage-terms.ts";
import { concatPostings } from "../format/postings.ts";
import type { PackedEpisode } from "../format/segment-head.ts";
import {
  filterPartPositions,
  readPartPositions,
  readPartPostings,
  readPartWordPostings,
  type CombinedPart,
} from "./combined-part.ts";
import { getEpisodeEnd, findEpisode, type Segment, type SoundIndex } from "./open-segment.ts";
import { MergedVocabulary, type MergedWord } from "./merged-vocabulary.ts";

/** A segment, and the ids of its deleted episodes. */
export interface SegmentPart {
  segment: Segment;
  deleted?: ReadonlySet<string>;
}

/** The per-passage and per-episode facts of a combination. */
interface CombinedFacts {
  lengths: number[];
  wordsBefore: number[];
  boilerplateFlags: boolean[];
  episodes: PackedEpisode[];
  /** Segment and episode from which each combined episode comes. */
  sources: { segment: Segment; episode: number }[];
}

/**
 * Combines segments into one view without their deleted episodes. It answers exactly like a segment built from what
 * remains, in the same order. Only the texts of deleted episodes are read.
 */
export async function combineSegments(parts: readonly SegmentPart[]): Promise<Segment> {
  const [only] = parts;
  if (only && parts.length === 1 && !only.deleted?.size) return only.segment;
  const combinedParts: CombinedPart[] = [];
  for (const { segment, deleted } of parts)
    combinedParts.push({
      segment,
      docs: new Int32Array(segment.passageCount).fill(-1),
      episodes: new Int32Array(segment.episodes.length).fill(-1),
      positionShifts: new Int32Array(segment.episodes.length),
      isWhole: !segment.episodes.some(({ id }) => deleted?.has(id)),
      deletedCounts: await countDeleted(segment, deleted),
    });
  const facts = numberPassages(combinedParts, parts);
  const words = new MergedVocabulary(combinedParts);
  return createCombinedSegment(combinedParts, facts, words);
}

/** Assigns combined numbers to all passages and episodes, and collects their facts. */
function numberPassages(
  combinedParts: readonly CombinedPart[],
  parts: readonly SegmentPart[],
): CombinedFacts {
  const facts: CombinedFacts = {
    lengths: [],
    wordsBefore: [],
    boilerplateFlags: [],
    episodes: [],
    sources: [],
  };
  let words = 0;
  for (const [part, { segment, docs, episodes, positionShifts }] of combinedParts.entries())
    for (const [episode, { id, first }] of segment.episodes.entries()) {
      if (parts[part]!.deleted?.has(id)) continue;
      const end = getEpisodeEnd(segment, episode);
      const shift = words - segment.wordsBefore[first]!;
      episodes[episode] = facts.episodes.length;
      positionShifts[episode] = shift;
      words = shift + segment.wordsBefore[end]!;
      facts.episodes.push({ id, first: facts.lengths.length });
      facts.sources.push({ segment, episode });
      for (let doc = first; doc < end; doc++) {
        docs[doc] = facts.lengths.length;
        facts.lengths.push(segment.lengths[doc]!);
        facts.wordsBefore.push(shift + segment.wordsBefore[doc]!);
        facts.boilerplateFlags.push(segment.isBoilerplate(doc));
      }
    }
  facts.wordsBefore.push(words);
  return facts;
}

function createCombinedSegment(
  parts: readonly CombinedPart[],
  { lengths, wordsBefore, boilerplateFlags, episodes, sources }: CombinedFacts,
  words: MergedVocabulary,
): Segment<MergedWord> {
  const combined: Segment<MergedWord> = {
    passageCount: lengths.length,
    lengths: Uint32Array.from(lengths),
    meanLength: lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length),
    wordsBefore: Uint32Array.from(wordsBefore),
    episodes,
    isBoilerplate: (doc) => boilerplateFlags[doc]!,
    words,
    loadSounds: createLazy(() => combineSounds(parts, words)),
    async readPostings({ perSegment }) {
      const all = await Promise.all(parts.map((part, i) => readPartPostings(part, perSegment[i])));
      return {
        docs: joinNumbers(all.map(({ docs }) => docs)),
        frequencies: joinNumbers(all.map(({ frequencies }) => frequencies)),
      };
    },
    async readPositions({ perSegment }) {
      return joinNumbers(await Promise.all(parts.map((part, i) => readPartPositions(part, perSegment[i]))));
    },
    async filterPositions({ perSegment }, candidates) {
      return joinNumbers(
        await Promise.all(
          parts.map((part, i) => filterPartPositions(combined, part, perSegment[i], candidates)),
        ),
      );
    },
    async readWordPostings({ perSegment }) {
      const all = await Promise.all(parts.map((part, i) => readPartWordPostings(part, perSegment[i])));
      const isHeard = all.some(({ found }) => found);
      return {
        shown: concatPostings(all.map(({ shown, first }) => ({ postings: shown, first }))),
        found: isHeard
          ? concatPostings(all.map(({ found, shown, first }) => ({ postings: found ?? shown, first })))
          : null,
      };
    },
    async warm() {
      for (const { segment } of parts) await segment.warm();
    },
    readPassage(doc) {
      const combinedEpisode = findEpisode(combined, doc);
      const { segment, episode } = sources[combinedEpisode]!;
      return segment.readPassage(segment.episodes[episode]!.first + doc - episodes[combinedEpisode]!.first);
    },
    readPackedPassages(combinedEpisode) {
      const { segment, episode } = sources[combinedEpisode]!;
      return segment.readPackedPassages(episode);
    },
    getPackedLength(combinedEpisode) {
      const { segment, episode } = sources[combinedEpisode]!;
      return segment.getPackedLength(episode);
    },
  };
  return combined;
}

async function combineSounds(parts: readonly CombinedPart[], words: MergedVocabulary): Promise<SoundIndex> {
  const all = await Promise.all(parts.map(({ segment }) => segment.loadSounds()));
  const isWhole = parts.every((part) => part.isWhole);
  const findWords = (phoneticKey: string, sound: string) =>
    [...new Set(all.flatMap((sounds) => sounds.findWords(phoneticKey, sound)))].filter(
      (word) => isWhole || words.get(word),
    );
  return {
    findSounds(phoneticKey) {
      const found = [...new Set(all.flatMap((sounds) => sounds.findSounds(phoneticKey)))];
      // A sound whose words are all deleted must not displace another from the nearest ones.
      return isWhole ? found : found.filter((sound) => findWords(phoneticKey, sound).length > 0);
    },
    findWords,
  };
}

async function countDeleted(
  segment: Segment,
  deleted: ReadonlySet<string> = new Set(),
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const [episode, { id, first }] of segment.episodes.entries())
    for (let doc = first; deleted.has(id) && doc < getEpisodeEnd(segment, episode); doc++)
      for (const term of collectTerms(await segment.readPassage(doc)))
        counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
