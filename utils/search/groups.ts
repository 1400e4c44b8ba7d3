import type { Found } from "./search.ts";

/** Results of one episode. */
export interface EpisodeResults {
  episode: string;
  results: Found[];
}

/** Results by episode: episodes in the order of their best result, the given one first if it has any. */
export function byEpisode(results: Found[], first: string | null = null): EpisodeResults[] {
  const groups = Map.groupBy(results, ({ episode }) => episode);
  const all = [...groups].map(([episode, found]): EpisodeResults => ({ episode, results: found }));
  return all.toSorted((a, b) => Number(b.episode === first) - Number(a.episode === first));
}
