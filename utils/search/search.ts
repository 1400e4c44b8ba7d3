import type { Timing } from "../transcript/model.ts";
import { interpolateSeconds } from "../transcript/times.ts";
import { matchesIn, tokensOf, type Span } from "./matches.ts";
import { nearestIn } from "./nearest.ts";
import { isIn, isNarrow, isSpeaker, type Filtered } from "./filters.ts";
import type { Passage } from "./passages.ts";
import { marked, phrased, phraseSpans, startsIn, whereAll, type Phrased } from "./phrased.ts";
import { readQuery, type Query } from "./query.ts";
import type { ReadBytes } from "./segment/bytes.ts";
import { bestOf, rank, slotsOf, type Ranking } from "./segment/rank.ts";
import { episodeOf, openSegment, type Segment } from "./segment/segment.ts";
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
  /** How far into the episode, from 0 to 1, by passages. */
  place: number;
  /** Title of the chapter it is in. */
  chapter?: string;
  /** Words that differ from the sentence that was looked for, ascending. */
  differs?: Span[];
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
  /** A sentence was looked for: these are nearest to it. */
  nearest?: true;
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
  /** What is known of the episodes; filters need it. */
  episodes?: readonly Filtered[];
  /** Another way to match and weigh than the usual one. */
  match?: Partial<Options>;
}

/** A library's passages, ready to be searched. */
export interface Searcher {
  /** Makes the next searches quicker, where there is time for it. */
  warm(): Promise<void>;
  search(typed: string, options?: SearchOptions): Promise<Answer>;
}

const USUAL: Options = {
  unfinished: true,
  weights: { prefix: 0.6, fuzzy: 0.3, sound: 0.5 },
  meantPassages: 3,
  oneRarity: true,
  sounds: true,
};
/** The answer where there is nothing to search for, or in. */
export const NOTHING: Answer = { results: [], total: 0, partial: false, asides: 0 };

/** A searcher over a packed segment; null when that is broken and has to be built anew. */
export async function searcher(read: ReadBytes): Promise<Searcher | null> {
  const segment = await openSegment(read);
  return segment && searcherOver(segment);
}

/** A searcher over a segment, or several as one. */
export const searcherOver = (segment: Segment): Searcher => ({
  search: (typed, options = {}) => search(segment, typed, options),
  warm: () => segment.warm(),
});

async function search(segment: Segment, typed: string, options: SearchOptions): Promise<Answer> {
  const query = readQuery(typed);
  if (!query.words.length && !query.phrases.length) return NOTHING;
  const phrases = await Promise.all(query.phrases.map((phrase) => phrased(segment, phrase)));
  const isAllowed = await allowed(segment, query, options.episodes ?? []);
  const match = { ...USUAL, ...options.match };
  const how = { ...match, unfinished: match.unfinished && query.unfinished };
  const slots = query.words.length ? await slotsOf(segment, query.words, how) : null;
  const isPhrased = slots && phrases.length ? marked(segment.passages, [whereAll(phrases)]) : null;
  const isWanted =
    isPhrased || isAllowed
      ? (doc: number) => (!isPhrased || isPhrased[doc] === 1) && (!isAllowed || isAllowed(doc))
      : null;
  const ranked = (combine: "and" | "or") =>
    slots ? rank(slots, combine, isWanted) : rankPhrases(segment, phrases, isAllowed);
  const whole = ranked("and");
  const isPartial = !whole.docs.length && query.words.length > 1;
  const some = isPartial || query.sentence.length ? ranked("or") : whole;
  const { docs, scores, sounds, terms } = isPartial ? some : whole;
  const isShown = (doc: number) => options.withAsides === true || !segment.isAside(doc);
  const near = query.sentence.length ? await nearest(segment, query.sentence, some, isShown) : [];
  /** A passage with what is marked in it: of those who are wanted where only some speakers are. */
  const readPassage = async (doc: number) => {
    const passage = await segment.passage(doc);
    const spans = matchesIn(passage, terms, phraseSpans(segment, phrases, doc));
    return { passage, spans: spans.filter(([at]) => isSpeaker(query.filters, speakerAt(passage, at))) };
  };
  /** Where only some speakers are wanted: whether they say any of it. */
  const said = query.filters.speaker.length
    ? await Promise.all(Array.from(docs, async (doc) => (await readPassage(doc)).spans.length > 0))
    : null;
  const wanted = said ? docs.filter((_, i) => said[i]) : docs;
  const asides = options.withAsides ? 0 : asidesAmong(segment, wanted);
  const total = wanted.length - asides;
  const first = segment.episodes.findIndex(({ id }) => id === options.first);
  const isFirst = (i: number) => episodeOf(segment, docs[i]!) === first;
  const best = bestOf(
    scores,
    options.limit ?? Infinity,
    (i) => (!said || said[i]!) && isShown(docs[i]!),
    first < 0 ? null : isFirst,
  );
  const results = await Promise.all(
    best.map(async (i) => {
      const { passage, spans } = await readPassage(docs[i]!);
      const [score, isSound, place] = [scores[i]!, sounds[i] === 1, placeOf(segment, docs[i]!)];
      return result(passage, spans, { score, isSound, place });
    }),
  );
  if (near.length) {
    const isNear = ({ episode, paragraphs }: Found) =>
      near.some((one) => one.episode === episode && one.paragraphs[0] === paragraphs[0]);
    const all = [...near, ...results.filter((found) => !isNear(found))];
    return {
      results: all.slice(0, options.limit),
      total: Math.max(total, all.length),
      partial: false,
      nearest: true,
      asides,
    };
  }
  return { results, total, partial: isPartial && results.length > 0, asides };
}

/** How many of some passages are adverts, opening or closing words. Apart from all else, so that it is compiled early. */
function asidesAmong({ isAside }: Segment, docs: Uint32Array): number {
  let count = 0;
  for (let i = 0; i < docs.length; i++) if (isAside(docs[i]!)) count++;
  return count;
}

/** How many of the best passages are compared word by word. */
const MOST_COMPARED = 40;
/** How much of a sentence must be in the nearest passage, and in others beside that. */
const [LEAST_SHARE, LEAST_BESIDE] = [0.3, 0.22];

/** The passages that are nearest to a sentence, the nearest first, with the words that are its own and those that differ. */
async function nearest(
  segment: Segment,
  sentence: readonly string[],
  { docs, scores }: Ranking,
  isShown: (doc: number) => boolean,
): Promise<Found[]> {
  const all: { share: number; found: Found }[] = [];
  const best = bestOf(scores, MOST_COMPARED, (i) => isShown(docs[i]!));
  // The nearest go before all that only have the words.
  const most = scores[best[0] ?? -1] ?? 0;
  for (const doc of best.map((i) => docs[i]!)) {
    const passage = await segment.passage(doc);
    const tokens = tokensOf(passage.text);
    const { same, other, share } = nearestIn(
      sentence,
      tokens.map(({ term }) => term),
    );
    if (share < LEAST_BESIDE) continue;
    const spans = (words: readonly number[]) => words.map((i): Span => [tokens[i]!.start, tokens[i]!.end]);
    const found = result(passage, spans(same), {
      score: most * (1 + share),
      isSound: false,
      place: placeOf(segment, doc),
    });
    all.push({ share, found: { ...found, differs: spans(other) } });
  }
  const sorted = all.toSorted((a, b) => b.share - a.share);
  return sorted.length && sorted[0]!.share >= LEAST_SHARE ? sorted.map(({ found }) => found) : [];
}

/** Tells which passages may be searched: of the episodes that are wanted, without what must not stand in them; null for all. */
async function allowed(
  segment: Segment,
  { filters, without }: Query,
  episodes: readonly Filtered[],
): Promise<((doc: number) => boolean) | null> {
  if (!isNarrow(filters) && !without.length) return null;
  const phrases = await Promise.all(without.map((phrase) => phrased(segment, phrase)));
  const shut = marked(
    segment.passages,
    phrases.map(({ docs }) => docs),
  );
  const facts = new Map(episodes.map((episode) => [episode.id, episode]));
  const isOpen = segment.episodes.map(({ id }) => {
    const episode = facts.get(id);
    return !isNarrow(filters) || (episode !== undefined && isIn(filters, episode));
  });
  return (doc) => !shut[doc] && isOpen[episodeOf(segment, doc)]!;
}

const speakerAt = ({ speakers, starts }: Passage, offset: number): string | null =>
  speakers[starts.findLastIndex((start) => start <= offset)] ?? null;

/** A query of phrases alone is answered by how many of them stand among how few words. */
function rankPhrases(
  segment: Segment,
  phrases: readonly Phrased[],
  isWanted: ((doc: number) => boolean) | null,
): Ranking {
  const all = whereAll(phrases);
  const docs = isWanted ? all.filter(isWanted) : all;
  const worth = (doc: number) => {
    const times = phrases.reduce((sum, phrase) => sum + startsIn(phrase, doc).length, 0);
    return times / Math.log(10 + segment.lengths[doc]!);
  };
  return {
    docs,
    scores: Float64Array.from(docs, worth),
    sounds: new Uint8Array(docs.length),
    terms: new Set(),
  };
}

/** How far into its episode a passage is, from 0 to 1. */
function placeOf(segment: Segment, doc: number): number {
  const episode = episodeOf(segment, doc);
  const { first } = segment.episodes[episode]!;
  const next = segment.episodes[episode + 1]?.first ?? segment.passages;
  return Math.round(((doc - first) / Math.max(1, next - first - 1)) * 1000) / 1000;
}

function result(
  passage: Passage,
  matches: Span[],
  { score, isSound, place }: { score: number; isSound: boolean; place: number },
): Found {
  const { episode, paragraphs, text, timing, times, aside, chapter, heard = [] } = passage;
  const offset = matches[0]?.[0] ?? 0;
  const speaker = speakerAt(passage, offset);
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
    place,
    ...(chapter && { chapter }),
    ...(isSound && { soundsLike: true }),
    ...(other && { heard: other[2] }),
    ...(aside && { aside }),
  };
}
