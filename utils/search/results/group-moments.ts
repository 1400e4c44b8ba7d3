import { findParagraphIndex } from "../text/passages.ts";
import type { SearchResult } from "./searcher.ts";

/** Neighbouring passages of one episode, shown as one result. */
export interface SearchMoment {
  best: SearchResult;
  /** Other passages of the moment, best first. */
  others: SearchResult[];
  score: number;
}

/** The moments of one episode, best first. */
export interface EpisodeMoments {
  episode: string;
  moments: SearchMoment[];
}

/** Results at most this far apart belong to one moment. */
const MAX_MOMENT_GAP_SECONDS = 60;
/** How much further passages raise a moment's score; their number counts logarithmically. */
const DENSITY_BOOST = 0.15;

/** The paragraph of a result's first match, as an index in the transcript. */
export const getMatchParagraph = ({ paragraphs, text, matches }: SearchResult): number =>
  paragraphs[0] + findParagraphIndex(text, matches[0]?.[0] ?? 0);

/**
 * Groups results by episode and moment. Episodes are sorted by their best moment.
 * @param preferredEpisode Listed first if it has results.
 */
export function groupMoments(
  results: readonly SearchResult[],
  preferredEpisode: string | null = null,
): EpisodeMoments[] {
  const resultsByEpisode = Map.groupBy(results, ({ episode }) => episode);
  const groups = [...resultsByEpisode].map(([episode, own]): EpisodeMoments => ({
    episode,
    moments: groupEpisodeResults(own),
  }));
  const getScore = ({ episode, moments }: EpisodeMoments) =>
    episode === preferredEpisode ? Infinity : moments[0]!.score;
  return groups.toSorted((a, b) => getScore(b) - getScore(a));
}

/** Takes the first moments, counted over all episodes. */
export function takeMoments(groups: readonly EpisodeMoments[], limit: number): EpisodeMoments[] {
  let remaining = limit;
  return groups.flatMap(({ episode, moments }) => {
    const taken = moments.slice(0, Math.max(0, remaining));
    remaining -= taken.length;
    return taken.length ? [{ episode, moments: taken }] : [];
  });
}

function groupEpisodeResults(results: readonly SearchResult[]): SearchMoment[] {
  const groups: SearchResult[][] = [];
  for (const result of results.toSorted((a, b) => a.paragraphs[0] - b.paragraphs[0])) {
    const last = groups.at(-1)?.at(-1);
    if (last && isSameMoment(last, result)) groups.at(-1)!.push(result);
    else groups.push([result]);
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

/** True if two results of an episode are close in time or, without times, adjacent. */
const isSameMoment = (a: SearchResult, b: SearchResult): boolean =>
  a.seconds !== null && b.seconds !== null
    ? b.seconds - a.seconds <= MAX_MOMENT_GAP_SECONDS
    : b.paragraphs[0] <= a.paragraphs[1] + 1;
