import type { Timing } from "../transcript/model.ts";
import { secondsAt } from "../transcript/times.ts";
import { matchesIn, type Span } from "./matches.ts";
import type { Passage } from "./passages.ts";
import { readQuery, type Query } from "./query.ts";
import { phrasePlaces, type PhraseAt } from "./segment/phrases.ts";
import { rank, type Ranking } from "./segment/rank.ts";
import { episodeOf, openSegment, passageAt, type ReadBytes, type Segment } from "./segment/segment.ts";
import type { Options } from "./segment/variants.ts";

/** A passage that answers a query. */
export interface Found {
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
  matches: Span[];
  score: number;
  /** Nothing in it is spelt as it was typed; it only sounds so. */
  soundsLike?: true;
  /** What was heard at the first match, where that is shown otherwise. */
  heard?: string;
  /** In an advert, or in opening or closing words. */
  aside?: true;
}

/** What a search gives: the passages, best first, and whether all words had to meet in each. */
export interface Answer {
  /** As many as were asked for. */
  results: Found[];
  /** How many there are in all. */
  total: number;
  /** No passage has all the words; these have some of them. */
  partial: boolean;
  /** How many more there are in adverts and in opening and closing words, where these were not asked for. */
  asides: number;
}

/** How a search is done. */
export interface SearchOptions {
  /** Most results that are read; all without. */
  limit?: number;
  /** Adverts, opening and closing words are searched as well. */
  withAsides?: boolean;
  /** Results of this episode come first. */
  first?: string | null;
  /** Another way to match and weigh than the usual one. */
  match?: Partial<Options>;
}

/** A library's passages, ready to be searched. */
export interface Searcher {
  search(typed: string, options?: SearchOptions): Promise<Answer>;
}

const USUAL: Options = {
  unfinished: true,
  weights: { prefix: 0.6, fuzzy: 0.3, sound: 0.5 },
  meantPassages: 3,
  oneRarity: true,
  sounds: true,
};
const NOTHING: Answer = { results: [], total: 0, partial: false, asides: 0 };

/** A searcher over a packed segment; null when that is broken and has to be built anew. */
export async function searcher(read: ReadBytes): Promise<Searcher | null> {
  const segment = await openSegment(read);
  return segment && { search: (typed, options = {}) => search(segment, typed, options) };
}

async function search(segment: Segment, typed: string, options: SearchOptions): Promise<Answer> {
  const query = readQuery(typed);
  if (!query.words.length && !query.phrases.length) return NOTHING;
  const phrases = await Promise.all(query.phrases.map((phrase) => phrasePlaces(segment, phrase)));
  const byPassage = passagesWith(segment, phrases);
  const isWanted = (doc: number) => !byPassage || byPassage.has(doc);
  const match = { ...USUAL, ...options.match };
  const how = { ...match, unfinished: match.unfinished && query.unfinished };
  const whole = await ranked(segment, query, "and", how, isWanted, byPassage);
  const isPartial = !whole.docs.length && query.words.length > 1;
  const { docs, terms } = isPartial ? await ranked(segment, query, "or", how, isWanted, byPassage) : whole;
  const wanted = options.withAsides ? docs : docs.filter(({ doc }) => !segment.asides[doc]);
  const first = segment.episodes.findIndex(({ id }) => id === options.first);
  const isFirst = ({ doc }: { doc: number }) => Number(first >= 0 && episodeOf(segment, doc) === first);
  const shown = wanted.toSorted((a, b) => isFirst(b) - isFirst(a)).slice(0, options.limit);
  const results: Found[] = [];
  for (const { doc, score, isSound } of shown) {
    const episode = episodeOf(segment, doc);
    const passage = (await segment.texts(episode))[doc - segment.episodes[episode]!.first]!;
    const before = segment.wordsBefore[doc]!;
    const phrased = (byPassage?.get(doc) ?? []).map(({ place, length }): Span => [
      place - before,
      place - before + length,
    ]);
    const spans = matchesIn(passage, terms, phrased);
    results.push(result(passage, spans, score, isSound));
  }
  const asides = docs.length - wanted.length;
  return { results, total: wanted.length, partial: isPartial && results.length > 0, asides };
}

/** Phrases by the passage in which they begin, where every phrase begins in it; null without phrases. */
function passagesWith(segment: Segment, phrases: readonly PhraseAt[][]): Map<number, PhraseAt[]> | null {
  if (!phrases.length) return null;
  const all = phrases.map((places) =>
    Map.groupBy(places, ({ episode, place }) => passageAt(segment, episode, place)),
  );
  const [one, ...others] = all;
  return new Map(
    [...one!].flatMap(([doc, places]): [number, PhraseAt[]][] =>
      others.every((other) => other.has(doc))
        ? [[doc, [...places, ...others.flatMap((other) => other.get(doc)!)]]]
        : [],
    ),
  );
}

/** Passages by their words; a query of phrases alone is answered by how many of them stand among how few words. */
async function ranked(
  segment: Segment,
  { words }: Query,
  combine: "and" | "or",
  options: Options,
  isWanted: (doc: number) => boolean,
  byPassage: Map<number, PhraseAt[]> | null,
): Promise<Ranking> {
  if (words.length) return rank(segment, words, combine, options, isWanted);
  const docs = [...(byPassage ?? [])].map(([doc, places]) => ({
    doc,
    score: places.length / Math.log(10 + segment.lengths[doc]!),
    isSound: false,
  }));
  return { docs: docs.toSorted((a, b) => b.score - a.score || a.doc - b.doc), terms: new Set() };
}

function result(passage: Passage, matches: Span[], score: number, isSound: boolean): Found {
  const { episode, paragraphs, text, timing, starts, speakers, times, aside, heard = [] } = passage;
  const offset = matches[0]?.[0] ?? 0;
  const speaker = speakers[starts.findLastIndex((start) => start <= offset)] ?? null;
  const at = secondsAt([{ text, times, speaker, changes: [] }], { paragraph: 0, offset });
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
    ...(isSound && { soundsLike: true }),
    ...(other && { heard: other[2] }),
    ...(aside && { aside }),
  };
}
