import { findMatches, type Offsets } from "../text/find-matches.ts";
import {
  matchesFilters,
  hasFilters,
  matchesSpeaker,
  type FilterableEpisode,
} from "../query/search-filters.ts";
import type { Passage } from "../text/passages.ts";
import {
  markPassages,
  findPhraseMatches,
  getPhraseRanges,
  getPhraseStarts,
  intersectPassages,
  type PhraseMatches,
} from "../index/query/phrase-matches.ts";
import { parseQuery, type SearchQuery } from "../query/parse-query.ts";
import type { ReadBytes } from "../index/format/bytes.ts";
import { selectBest, rankPassages, resolveTerms, type Ranking } from "../index/query/rank-passages.ts";
import { findEpisode, getEpisodeEnd, openSegment, type Segment } from "../index/read/open-segment.ts";
import type { MatchOptions } from "../index/query/term-variants.ts";
import { computeProgress, createResult, findSpeaker } from "./create-result.ts";
import { findNearestPassages } from "./find-nearest-passages.ts";
import {
  EMPTY_RESPONSE,
  SearchError,
  type SearchOptions,
  type SearchResponse,
  type SearchResult,
  type Searcher,
} from "./searcher.ts";

/**
 * The match options that ship. Formula and distance discounts are MiniSearch's, the weights are not: MiniSearch gives
 * prefixes 0.375 and misspellings 0.45 (https://github.com/lucaong/minisearch/blob/master/src/MiniSearch.ts).
 *
 * Earmark searches while the reader types, so the last word is mostly a prefix. Known-item search over five bundled
 * and 95 generated episodes (2026-11-27, 400 queries of each kind) found the passage among the first five with:
 *
 * | last word                 | shipped | MiniSearch's weights |
 * | ------------------------- | ------- | -------------------- |
 * | prefix, only word         | 20.8 %  | 16.8 %               |
 * | prefix, second word       | 67.8 %  | 64.8 %               |
 * | misspelled, finished      | 70.5 %  | 71.0 %               |
 * | misspelled, unfinished    | 78.5 %  | 78.8 %               |
 *
 * Only words of fewer than three passages have misspelled variants, and an unfinished word has them beside its
 * completions. With 0.45 for misspellings they gain half a point at most, and prefixes lose 1 to 2 points.
 */
export const SHIPPED_MATCH_OPTIONS: MatchOptions = {
  unfinished: true,
  weights: { prefix: 0.6, fuzzy: 0.3, sound: 0.5 },
  maxFuzzyPassages: 3,
  shareIdf: true,
  sounds: true,
};

/**
 * Opens a packed index for search.
 * @returns Null if the index is damaged or of another version; it has to be rebuilt.
 * @example
 * const searcher = await openSearcher(async (from, to) => bytes.subarray(from, to));
 * const { results } = await searcher.search("deep learning", { limit: 10 });
 */
export async function openSearcher(read: ReadBytes): Promise<Searcher | null> {
  const segment = await openSegment(read);
  return segment && createSearcher(segment);
}

/** Creates a searcher over an open index. */
export const createSearcher = (segment: Segment): Searcher => ({
  search: (typed, options = {}) => searchSegment(segment, typed, options).catch(rejectSearch),
  warm: () => segment.warm().catch(rejectSearch),
});

const rejectSearch = (cause: unknown): never => {
  throw new SearchError("The search index could not be read.", { cause });
};

async function searchSegment(
  segment: Segment,
  typed: string,
  options: SearchOptions,
): Promise<SearchResponse> {
  const query = parseQuery(typed);
  if (!query.words.length && !query.phrases.length) return EMPTY_RESPONSE;
  const phrases = await Promise.all(query.phrases.map((phrase) => findPhraseMatches(segment, phrase)));
  const isAllowed = await createPassageFilter(segment, query, options.episodes ?? []);
  const rank = await createRanker(segment, query, phrases, isAllowed, options.match);

  const complete = rank("and");
  const isPartial = !complete.docs.length && query.words.length > 1;
  const anyWords = isPartial || query.sentence.length ? rank("or") : complete;
  const ranking = isPartial ? anyWords : complete;

  const isShown = (doc: number) => options.includeBoilerplate === true || !segment.isBoilerplate(doc);
  const nearest = query.sentence.length
    ? await findNearestPassages(segment, query.sentence, anyWords, isShown)
    : [];
  const readMatches = createMatchReader(segment, query, phrases, ranking.terms);
  const isSpoken = query.filters.speaker.length
    ? await Promise.all(Array.from(ranking.docs, async (doc) => (await readMatches(doc)).matches.length > 0))
    : null;
  const docs = isSpoken ? ranking.docs.filter((_, i) => isSpoken[i]) : ranking.docs;
  const boilerplateCount = options.includeBoilerplate ? 0 : countBoilerplate(segment, docs);
  const total = docs.length - boilerplateCount;

  const preferred = segment.episodes.findIndex(({ id }) => id === options.preferredEpisode);
  const best = selectBest(
    ranking.scores,
    options.limit ?? Infinity,
    (i) => (!isSpoken || isSpoken[i]!) && isShown(ranking.docs[i]!),
    preferred < 0 ? null : (i) => findEpisode(segment, ranking.docs[i]!) === preferred,
  );
  const results = await Promise.all(
    best.map(async (i) => {
      const { passage, matches } = await readMatches(ranking.docs[i]!);
      return createResult(passage, matches, {
        score: ranking.scores[i]!,
        isSoundOnly: ranking.soundOnly[i] === 1,
        progress: computeProgress(segment, ranking.docs[i]!),
      });
    }),
  );
  if (!nearest.length) return { results, total, partial: isPartial && results.length > 0, boilerplateCount };
  const all = [
    ...nearest,
    ...results.filter((result) => !nearest.some((near) => isSamePassage(near, result))),
  ];
  return {
    results: all.slice(0, options.limit),
    total: Math.max(total, all.length),
    partial: false,
    nearest: true,
    boilerplateCount,
  };
}

const isSamePassage = (a: SearchResult, b: SearchResult): boolean =>
  a.episode === b.episode && a.paragraphs[0] === b.paragraphs[0];

/** Counts ads, intros and outros. A function of its own, because engines compile small hot functions first. */
function countBoilerplate({ isBoilerplate }: Segment, docs: Uint32Array): number {
  let count = 0;
  for (let i = 0; i < docs.length; i++) if (isBoilerplate(docs[i]!)) count++;
  return count;
}

/** Prepares ranking by the words of a query, or by its phrases if there are no words. */
async function createRanker(
  segment: Segment,
  query: SearchQuery,
  phrases: readonly PhraseMatches[],
  isAllowed: ((doc: number) => boolean) | null,
  overrides: Partial<MatchOptions> = {},
): Promise<(combine: "and" | "or") => Ranking> {
  if (!query.words.length) {
    const ranking = rankPhrases(segment, phrases, isAllowed);
    return () => ranking;
  }
  const options = { ...SHIPPED_MATCH_OPTIONS, ...overrides };
  const terms = await resolveTerms(segment, query.words, {
    ...options,
    unfinished: options.unfinished && query.unfinished,
  });
  const hasPhrases = phrases.length ? markPassages(segment.passageCount, [intersectPassages(phrases)]) : null;
  const isWanted =
    hasPhrases || isAllowed
      ? (doc: number) => (!hasPhrases || hasPhrases[doc] === 1) && (!isAllowed || isAllowed(doc))
      : null;
  return (combine) => rankPassages(terms, combine, isWanted);
}

/** Reads passages with their matches; a `speaker` filter drops what others say. */
function createMatchReader(
  segment: Segment,
  { filters }: SearchQuery,
  phrases: readonly PhraseMatches[],
  terms: ReadonlySet<string>,
): (doc: number) => Promise<{ passage: Passage; matches: Offsets[] }> {
  return async (doc) => {
    const passage = await segment.readPassage(doc);
    const matches = findMatches(passage, terms, getPhraseRanges(segment, phrases, doc));
    return { passage, matches: matches.filter(([at]) => matchesSpeaker(filters, findSpeaker(passage, at))) };
  };
}

/** Tests a passage against filters and excluded words; null if the query has none. */
async function createPassageFilter(
  segment: Segment,
  { filters, excluded }: SearchQuery,
  episodes: readonly FilterableEpisode[],
): Promise<((doc: number) => boolean) | null> {
  if (!hasFilters(filters) && !excluded.length) return null;
  const exclusions = await Promise.all(excluded.map((phrase) => findPhraseMatches(segment, phrase)));
  const factsById = new Map(episodes.map((episode) => [episode.id, episode]));
  const isExcluded = markPassages(
    segment.passageCount,
    exclusions.map(({ docs }) => docs),
  );
  if (hasFilters(filters))
    for (const [i, { id, first }] of segment.episodes.entries()) {
      const facts = factsById.get(id);
      if (!facts || !matchesFilters(filters, facts)) isExcluded.fill(1, first, getEpisodeEnd(segment, i));
    }
  return (doc) => isExcluded[doc] === 0;
}

/** Ranks by phrases alone: occurrences, divided by the logarithm of the passage's length. */
function rankPhrases(
  segment: Segment,
  phrases: readonly PhraseMatches[],
  isAllowed: ((doc: number) => boolean) | null,
): Ranking {
  const matching = intersectPassages(phrases);
  const docs = isAllowed ? matching.filter(isAllowed) : matching;
  const computeScore = (doc: number) => {
    const occurrences = phrases.reduce((sum, phrase) => sum + getPhraseStarts(phrase, doc).length, 0);
    return occurrences / Math.log(10 + segment.lengths[doc]!);
  };
  return {
    docs,
    scores: Float64Array.from(docs, computeScore),
    soundOnly: new Uint8Array(docs.length),
    terms: new Set(),
  };
}
