import { interpolateSeconds } from "../../transcript/model/text-position.ts";
import { findEpisode, type Segment } from "../index/read/open-segment.ts";
import type { Offsets } from "../text/find-matches.ts";
import type { Passage } from "../text/passages.ts";
import type { SearchResult } from "./searcher.ts";

/** What ranking knows of a result. */
interface ResultRank {
  score: number;
  isSoundOnly: boolean;
  progress: number;
}

/** Creates a result. Time, speaker and heard words are those of the first match. */
export function createResult(
  passage: Passage,
  matches: Offsets[],
  { score, isSoundOnly, progress }: ResultRank,
): SearchResult {
  const { episode, paragraphs, text, timing, times, aside, chapter, heard = [] } = passage;
  const offset = matches[0]?.[0] ?? 0;
  const speaker = findSpeaker(passage, offset);
  const time = interpolateSeconds([{ text, times, speaker, changes: [] }], { paragraph: 0, offset });
  const correction = heard.find(([start, length]) => start <= offset && offset < start + length);
  return {
    episode,
    paragraphs,
    seconds: time === null ? null : Math.floor(time * 10) / 10,
    timing,
    speaker,
    text,
    matches,
    score: Math.round(score * 1000) / 1000,
    progress,
    ...(chapter && { chapter }),
    ...(isSoundOnly && { soundsLike: true }),
    ...(correction && { heard: correction[2] }),
    ...(aside && { boilerplate: aside }),
  };
}

/** The speaker at an offset into a passage; null if unknown. */
export const findSpeaker = ({ speakers, starts }: Passage, offset: number): string | null =>
  speakers[starts.findLastIndex((start) => start <= offset)] ?? null;

/** How far into its episode a passage is, from 0 to 1. */
export function computeProgress(segment: Segment, doc: number): number {
  const episode = findEpisode(segment, doc);
  const { first } = segment.episodes[episode]!;
  const end = segment.episodes[episode + 1]?.first ?? segment.passageCount;
  return Math.round(((doc - first) / Math.max(1, end - first - 1)) * 1000) / 1000;
}
