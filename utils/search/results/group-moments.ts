import { findParagraphIndex } from "../text/passages.ts";
import type { SearchResult } from "./searcher.ts";

/** What is said of something at about one time: the best passage, and those next to it. */
export interface SearchMoment {
  best: SearchResult;
  /** Other passages of the same moment, best first. */
  others: SearchResult[];
  score: number;
}

/** The moments of one episode, best first. */
export interface EpisodeMoments {
  episode: string;
  moments: SearchMoment[];
}

/** Hits that are no further apart are one moment, in seconds. */
const MAX_MOMENT_GAP_SECONDS = 60;
/** How much a moment gains by every further passage: less and less. */
const DENSITY_BOOST = 0.15;

/** The paragraph of a result's first match. */
export const getMatchParagraph = ({ paragraphs, text, matches }: SearchResult): number =>
  paragraphs[0] + findParagraphIndex(text, matches[0]?.[0] ?? 0);

/** Results by moment and episode: episodes in the order of their best moment, the given one first if it has any. */
export function groupMoments(
  results: readonly SearchResult[],
  first: string | null = null,
): EpisodeMoments[] {
  const groups = Map.groupBy(results, ({ episode }) => episode);
  const all = [...groups].map(([episode, found]): EpisodeMoments => ({
    episode,
    moments: groupEpisodeResults(found),
  }));
  const rank = ({ episode, moments }: EpisodeMoments) => (episode === first ? Infinity : moments[0]!.score);
  return all.toSorted((a, b) => rank(b) - rank(a));
}

/** The first so many moments, however many episodes they are in, in their order. */
export function takeMoments(all: readonly EpisodeMoments[], most: number): EpisodeMoments[] {
  let left = most;
  return all.flatMap(({ episode, moments }) => {
    const shown = moments.slice(0, Math.max(0, left));
    left -= shown.length;
    return shown.length ? [{ episode, moments: shown }] : [];
  });
}

function groupEpisodeResults(found: readonly SearchResult[]): SearchMoment[] {
  const inOrder = found.toSorted((a, b) => a.paragraphs[0] - b.paragraphs[0]);
  const groups: SearchResult[][] = [];
  for (const one of inOrder) {
    const last = groups.at(-1)?.at(-1);
    if (last && isSameMoment(last, one)) groups.at(-1)!.push(one);
    else groups.push([one]);
  }
  const moments = groups.map((group): SearchMoment => {
    const [best, ...others] = group.toSorted((a, b) => b.score - a.score) as [
      SearchResult,
      ...SearchResult[],
    ];
    return { best, others, score: best.score * (1 + DENSITY_BOOST * Math.log(group.length)) };
  });
  return moments.toSorted((a, b) => b.score - a.score);
}

/** Whether two results of an episode are one moment; without times, when one follows the other. */
const isSameMoment = (a: SearchResult, b: SearchResult): boolean =>
  a.seconds !== null && b.seconds !== null
    ? b.seconds - a.seconds <= MAX_MOMENT_GAP_SECONDS
    : b.paragraphs[0] <= a.paragraphs[1] + 1;
