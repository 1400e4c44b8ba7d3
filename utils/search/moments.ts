import { paragraphIn } from "./passages.ts";
import type { Found } from "./search.ts";

/** What is said of something at about one time: the best passage, and those next to it. */
export interface Moment {
  best: Found;
  /** Other passages of the same moment, best first. */
  others: Found[];
  score: number;
}

/** The moments of one episode, best first. */
export interface EpisodeMoments {
  episode: string;
  moments: Moment[];
}

/** Hits that are no further apart are one moment, in seconds. */
const TOGETHER_SECONDS = 60;
/** How much a moment gains by every further passage: less and less. */
const DENSITY = 0.15;

/** The paragraph of a result's first match. */
export const paragraphOf = ({ paragraphs, text, matches }: Found): number =>
  paragraphs[0] + paragraphIn(text, matches[0]?.[0] ?? 0);

/** Results by moment and episode: episodes in the order of their best moment, the given one first if it has any. */
export function momentsOf(results: readonly Found[], first: string | null = null): EpisodeMoments[] {
  const groups = Map.groupBy(results, ({ episode }) => episode);
  const all = [...groups].map(([episode, found]): EpisodeMoments => ({ episode, moments: together(found) }));
  const rank = ({ episode, moments }: EpisodeMoments) => (episode === first ? Infinity : moments[0]!.score);
  return all.toSorted((a, b) => rank(b) - rank(a));
}

/** The first so many moments, however many episodes they are in, in their order. */
export function firstMoments(all: readonly EpisodeMoments[], most: number): EpisodeMoments[] {
  let left = most;
  return all.flatMap(({ episode, moments }) => {
    const shown = moments.slice(0, Math.max(0, left));
    left -= shown.length;
    return shown.length ? [{ episode, moments: shown }] : [];
  });
}

function together(found: readonly Found[]): Moment[] {
  const inOrder = found.toSorted((a, b) => a.paragraphs[0] - b.paragraphs[0]);
  const groups: Found[][] = [];
  for (const one of inOrder) {
    const last = groups.at(-1)?.at(-1);
    if (last && isNext(last, one)) groups.at(-1)!.push(one);
    else groups.push([one]);
  }
  const moments = groups.map((group): Moment => {
    const [best, ...others] = group.toSorted((a, b) => b.score - a.score) as [Found, ...Found[]];
    return { best, others, score: best.score * (1 + DENSITY * Math.log(group.length)) };
  });
  return moments.toSorted((a, b) => b.score - a.score);
}

/** Whether two results of an episode are one moment; without times, when one follows the other. */
const isNext = (a: Found, b: Found): boolean =>
  a.seconds !== null && b.seconds !== null
    ? b.seconds - a.seconds <= TOGETHER_SECONDS
    : b.paragraphs[0] <= a.paragraphs[1] + 1;
