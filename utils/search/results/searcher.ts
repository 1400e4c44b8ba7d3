import type { Timing } from "../../transcript/model/transcript.ts";
import { interpolateSeconds } from "../../transcript/model/text-position.ts";
import { findMatches, tokenizeTerms, type Offsets } from "../text/find-matches.ts";
import { alignSentence } from "../text/align-sentence.ts";
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
  getPhraseOffsets,
  getPhraseStarts,
  intersectPassages,
  type PhraseMatches,
} from "../index/query/phrase-matches.ts";
import { parseQuery, type SearchQuery } from "../query/parse-query.ts";
import type { ReadBytes } from "../index/format/bytes.ts";
import { selectBest, rankPassages, resolveTerms, type Ranking } from "../index/query/rank-passages.ts";
import { findEpisode, openSegment, type Segment } from "../index/read/open-segment.ts";
import type { MatchOptions } from "../index/query/term-variants.ts";

/** A passage that answers a query. */
export interface SearchResult {
  episode: string;
  /** Indexes of the first and last paragraph of the passage in its transcript. */
  paragraphs: [first: number, last: number];
  /** Of the first match; null where the episode has no times. */
  seconds: number | null;
  timing: Timing;
  /** Who says the first match, null where unknown. */
  speaker: string | null;
  text: string;
  /** Where the matches stand in the text, ascending. */
  matches: Offsets[];
  score: number;
  /** How far into the episode, from 0 to 1, by passages. */
  progress: number;
  /** Title of the chapter it is in. */
  chapter?: string;
  /** Words that differ from the sentence that was looked for, ascending. */
  differences?: Offsets[];
  /** Nothing in it is spelt as it was typed; it only sounds so. */
  soundsLike?: true;
  /** What was heard at the first match, where that is shown otherwise. */
  heard?: string;
  /** In an advert, or in opening or closing words. */
  boilerplate?: true;
}

/** What a search gives: the passages, best first, and whether all words had to meet in each. */
export interface SearchResponse {
  /** As many as were asked for. */
  results: SearchResult[];
  /** How many there are in all. */
  total: number;
  /** No passage has all the words; these have some of them. */
  partial: boolean;
  /** A sentence was looked for: these are nearest to it. */
  nearest?: true;
  /** How many more there are in adverts and in opening and closing words, where these were not asked for. */
  boilerplateCount: number;
}

/** How a search is done. */
export interface SearchOptions {
  /** Most results that are read; all without. */
  limit?: number;
  /** Adverts, opening and closing words are searched as well. */
  includeBoilerplate?: boolean;
  /** Results of this episode come first. */
  preferredEpisode?: string | null;
  /** What is known of the episodes; filters need it. */
  episodes?: readonly FilterableEpisode[];
  /** Another way to match and weigh than the usual one. */
  match?: Partial<MatchOptions>;
}

/** A library's passages, ready to be searched. */
export interface Searcher {
  /** Makes the next searches quicker, where there is time for it. */
  warm(): Promise<void>;
  search(typed: string, options?: SearchOptions): Promise<SearchResponse>;
}

const DEFAULT_MATCH_OPTIONS: MatchOptions = {
  unfinished: true,
  weights: { prefix: 0.6, fuzzy: 0.3, sound: 0.5 },
  maxFuzzyPassages: 3,
  shareIdf: true,
  sounds: true,
};
/** The answer where there is nothing to search for, or in. */
export const EMPTY_RESPONSE: SearchResponse = { results: [], total: 0, partial: false, boilerplateCount: 0 };

/** A searcher over a packed segment; null when that is broken and has to be built anew. */
export async function openSearcher(read: ReadBytes): Promise<Searcher | null> {
  const segment = await openSegment(read);
  return segment && createSearcher(segment);
}

/** A searcher over a segment, or several as one. */
export const createSearcher = (segment: Segment): Searcher => ({
  search: (typed, options = {}) => searchSegment(segment, typed, options),
  warm: () => segment.warm(),
});

async function searchSegment(
  segment: Segment,
  typed: string,
  options: SearchOptions,
): Promise<SearchResponse> {
  const query = parseQuery(typed);
  if (!query.words.length && !query.phrases.length) return EMPTY_RESPONSE;
  const phrases = await Promise.all(query.phrases.map((phrase) => findPhraseMatches(segment, phrase)));
  const isAllowed = await createPassageFilter(segment, query, options.episodes ?? []);
  const match = { ...DEFAULT_MATCH_OPTIONS, ...options.match };
  const how = { ...match, unfinished: match.unfinished && query.unfinished };
  const slots = query.words.length ? await resolveTerms(segment, query.words, how) : null;
  const isPhrased =
    slots && phrases.length ? markPassages(segment.passageCount, [intersectPassages(phrases)]) : null;
  const isWanted =
    isPhrased || isAllowed
      ? (doc: number) => (!isPhrased || isPhrased[doc] === 1) && (!isAllowed || isAllowed(doc))
      : null;
  const ranked = (combine: "and" | "or") =>
    slots ? rankPassages(slots, combine, isWanted) : rankPhrases(segment, phrases, isAllowed);
  const whole = ranked("and");
  const isPartial = !whole.docs.length && query.words.length > 1;
  const some = isPartial || query.sentence.length ? ranked("or") : whole;
  const { docs, scores, soundOnly: sounds, terms } = isPartial ? some : whole;
  const isShown = (doc: number) => options.includeBoilerplate === true || !segment.isBoilerplate(doc);
  const near = query.sentence.length ? await findNearestPassages(segment, query.sentence, some, isShown) : [];
  /** A passage with what is marked in it: of those who are wanted where only some speakers are. */
  const readPassage = async (doc: number) => {
    const passage = await segment.readPassage(doc);
    const spans = findMatches(passage, terms, getPhraseOffsets(segment, phrases, doc));
    return {
      passage,
      spans: spans.filter(([at]) => matchesSpeaker(query.filters, findSpeaker(passage, at))),
    };
  };
  /** Where only some speakers are wanted: whether they say any of it. */
  const said = query.filters.speaker.length
    ? await Promise.all(Array.from(docs, async (doc) => (await readPassage(doc)).spans.length > 0))
    : null;
  const wanted = said ? docs.filter((_, i) => said[i]) : docs;
  const asides = options.includeBoilerplate ? 0 : countAsides(segment, wanted);
  const total = wanted.length - asides;
  const first = segment.episodes.findIndex(({ id }) => id === options.preferredEpisode);
  const isFirst = (i: number) => findEpisode(segment, docs[i]!) === first;
  const best = selectBest(
    scores,
    options.limit ?? Infinity,
    (i) => (!said || said[i]!) && isShown(docs[i]!),
    first < 0 ? null : isFirst,
  );
  const results = await Promise.all(
    best.map(async (i) => {
      const { passage, spans } = await readPassage(docs[i]!);
      const [score, isSound, place] = [scores[i]!, sounds[i] === 1, computeProgress(segment, docs[i]!)];
      return createResult(passage, spans, { score, isSound, place });
    }),
  );
  if (near.length) {
    const isNear = ({ episode, paragraphs }: SearchResult) =>
      near.some((one) => one.episode === episode && one.paragraphs[0] === paragraphs[0]);
    const all = [...near, ...results.filter((found) => !isNear(found))];
    return {
      results: all.slice(0, options.limit),
      total: Math.max(total, all.length),
      partial: false,
      nearest: true,
      boilerplateCount: asides,
    };
  }
  return { results, total, partial: isPartial && results.length > 0, boilerplateCount: asides };
}

/** How many of some passages are adverts, opening or closing words. Apart from all else, so that it is compiled early. */
function countAsides({ isBoilerplate: isAside }: Segment, docs: Uint32Array): number {
  let count = 0;
  for (let i = 0; i < docs.length; i++) if (isAside(docs[i]!)) count++;
  return count;
}

/** How many of the best passages are compared word by word. */
const MAX_COMPARED_PASSAGES = 40;
/** How much of a sentence must be in the nearest passage, and in others beside that. */
const [MIN_BEST_COVERAGE, MIN_COVERAGE] = [0.3, 0.22];

/** The passages that are nearest to a sentence, the nearest first, with the words that are its own and those that differ. */
async function findNearestPassages(
  segment: Segment,
  sentence: readonly string[],
  { docs, scores }: Ranking,
  isShown: (doc: number) => boolean,
): Promise<SearchResult[]> {
  const all: { share: number; found: SearchResult }[] = [];
  const best = selectBest(scores, MAX_COMPARED_PASSAGES, (i) => isShown(docs[i]!));
  // The nearest go before all that only have the words.
  const most = scores[best[0] ?? -1] ?? 0;
  for (const doc of best.map((i) => docs[i]!)) {
    const passage = await segment.readPassage(doc);
    const tokens = tokenizeTerms(passage.text);
    const {
      matching: same,
      differing: other,
      coverage: share,
    } = alignSentence(
      sentence,
      tokens.map(({ term }) => term),
    );
    if (share < MIN_COVERAGE) continue;
    const spans = (words: readonly number[]) => words.map((i): Offsets => [tokens[i]!.start, tokens[i]!.end]);
    const found = createResult(passage, spans(same), {
      score: most * (1 + share),
      isSound: false,
      place: computeProgress(segment, doc),
    });
    all.push({ share, found: { ...found, differences: spans(other) } });
  }
  const sorted = all.toSorted((a, b) => b.share - a.share);
  return sorted.length && sorted[0]!.share >= MIN_BEST_COVERAGE ? sorted.map(({ found }) => found) : [];
}

/** Tells which passages may be searched: of the episodes that are wanted, without what must not stand in them; null for all. */
async function createPassageFilter(
  segment: Segment,
  { filters, excluded: without }: SearchQuery,
  episodes: readonly FilterableEpisode[],
): Promise<((doc: number) => boolean) | null> {
  if (!hasFilters(filters) && !without.length) return null;
  const phrases = await Promise.all(without.map((phrase) => findPhraseMatches(segment, phrase)));
  const shut = markPassages(
    segment.passageCount,
    phrases.map(({ docs }) => docs),
  );
  const facts = new Map(episodes.map((episode) => [episode.id, episode]));
  const isOpen = segment.episodes.map(({ id }) => {
    const episode = facts.get(id);
    return !hasFilters(filters) || (episode !== undefined && matchesFilters(filters, episode));
  });
  return (doc) => !shut[doc] && isOpen[findEpisode(segment, doc)]!;
}

const findSpeaker = ({ speakers, starts }: Passage, offset: number): string | null =>
  speakers[starts.findLastIndex((start) => start <= offset)] ?? null;

/** A query of phrases alone is answered by how many of them stand among how few words. */
function rankPhrases(
  segment: Segment,
  phrases: readonly PhraseMatches[],
  isWanted: ((doc: number) => boolean) | null,
): Ranking {
  const all = intersectPassages(phrases);
  const docs = isWanted ? all.filter(isWanted) : all;
  const worth = (doc: number) => {
    const times = phrases.reduce((sum, phrase) => sum + getPhraseStarts(phrase, doc).length, 0);
    return times / Math.log(10 + segment.lengths[doc]!);
  };
  return {
    docs,
    scores: Float64Array.from(docs, worth),
    soundOnly: new Uint8Array(docs.length),
    terms: new Set(),
  };
}

/** How far into its episode a passage is, from 0 to 1. */
function computeProgress(segment: Segment, doc: number): number {
  const episode = findEpisode(segment, doc);
  const { first } = segment.episodes[episode]!;
  const next = segment.episodes[episode + 1]?.first ?? segment.passageCount;
  return Math.round(((doc - first) / Math.max(1, next - first - 1)) * 1000) / 1000;
}

function createResult(
  passage: Passage,
  matches: Offsets[],
  { score, isSound, place }: { score: number; isSound: boolean; place: number },
): SearchResult {
  const { episode, paragraphs, text, timing, times, aside, chapter, heard = [] } = passage;
  const offset = matches[0]?.[0] ?? 0;
  const speaker = findSpeaker(passage, offset);
  const at = interpolateSeconds([{ text, times, speaker, changes: [] }], { paragraph: 0, offset });
  const seconds = at === null ? null : Math.floor(at * 10) / 10;
  const other = heard.find(([start, length]) => start <= offset && offset < start + length);
  return {
    episode,
    paragraphs,
    seconds,
    timing,
    speaker,
    text,
    matches,
    score: Math.round(score * 1000) / 1000,
    progress: place,
    ...(chapter && { chapter }),
    ...(isSound && { soundsLike: true }),
    ...(other && { heard: other[2] }),
    ...(aside && { boilerplate: aside }),
  };
}
