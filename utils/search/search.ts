import MiniSearch from "minisearch";
import type { Timing } from "../transcript/model.ts";
import { secondsAt } from "../transcript/times.ts";
import { INDEX_OPTIONS } from "./index-passages.ts";
import { merged, phraseSpans, tokensOf, wordSpans, type Span } from "./matches.ts";
import type { Passage } from "./passages.ts";
import { readQuery, type Query } from "./query.ts";

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
  /** In an advert, or in opening or closing words. */
  aside?: true;
}

/** What a search gives: the passages, best first, and whether all words had to meet in each. */
export interface Answer {
  results: Found[];
  /** No passage has all the words; these have some of them. */
  partial: boolean;
  /** How many more there are in adverts and in opening and closing words, where these were not asked for. */
  asides: number;
}

/** Passages and their index, ready to be searched. */
export interface Searcher {
  /** Adverts, opening and closing words are searched when asked for. */
  search(typed: string, withAsides?: boolean): Answer;
}

/** Typing mistakes that are forgiven, by length of the word: none below 4 letters, 1 for 4 and 5, 2 above. */
const mistakes = (term: string) => (term.length < 4 ? 0 : term.length < 6 ? 1 : 2);
/** A word that stands in this many passages was typed as it was meant: "learning" is no mistake for "leading". */
const MEANT_PASSAGES = 3;

/** A searcher over built passages; `index` is the text of `index.json`. */
export function searcher(passages: Passage[], index: string): Searcher {
  const engine = MiniSearch.loadJSON<Pick<Passage, "id" | "text">>(index, INDEX_OPTIONS);
  const byId = new Map(passages.map((passage) => [passage.id, passage]));
  const isMeant = (term: string) => engine.search(term).length >= MEANT_PASSAGES;
  const run = (query: Query, combineWith: "AND" | "OR") => {
    if (!query.words.length) return passages.flatMap((passage) => found(passage, query, [], byDensity) ?? []);
    const last = query.words.length - 1;
    const hits = engine.search(query.words.join(" "), {
      combineWith,
      prefix: (_, i) => query.unfinished && i === last,
      fuzzy: (term) => !isMeant(term) && mistakes(term),
      weights: { fuzzy: 0.3, prefix: 0.6 },
    });
    return hits.flatMap(({ id, terms, score }) => {
      const passage = byId.get(String(id));
      return (passage && found(passage, query, terms, () => score)) ?? [];
    });
  };
  return {
    search(typed, withAsides = false) {
      const query = readQuery(typed);
      if (!query.words.length && !query.phrases.length) return { results: [], partial: false, asides: 0 };
      const whole = run(query, "AND");
      const isPartial = !whole.length && query.words.length > 1;
      const all = isPartial ? run(query, "OR") : whole;
      const results = withAsides ? all : all.filter(({ aside }) => !aside);
      return { results, partial: isPartial && results.length > 0, asides: all.length - results.length };
    },
  };
}

/** The passage as a result, if every phrase stands in it; `score` is told how often and among how many words. */
function found(
  passage: Passage,
  { phrases }: Query,
  terms: readonly string[],
  score: (times: number, words: number) => number,
): Found | null {
  const tokens = tokensOf(passage.text);
  const spans = phrases.map((phrase) => phraseSpans(tokens, phrase));
  if (spans.some((of) => !of.length)) return null;
  const all = [...spans.flat(), ...wordSpans(tokens, new Set(terms))];
  return result(passage, all, score(spans.flat().length, tokens.length));
}

/** A query of phrases alone is answered by the text itself; more of them in fewer words is better. */
const byDensity = (times: number, words: number) => times / Math.log(10 + words);

function result(passage: Passage, spans: Span[], score: number): Found {
  const { episode, paragraphs, text, timing, starts, speakers, times, aside } = passage;
  const matches = merged(spans);
  const offset = matches[0]?.[0] ?? 0;
  const speaker = speakers[starts.findLastIndex((start) => start <= offset)] ?? null;
  const at = secondsAt([{ text, times, speaker, changes: [] }], { paragraph: 0, offset });
  const seconds = at === null ? null : Math.floor(at * 10) / 10;
  return {
    episode,
    paragraphs,
    seconds,
    timing,
    speaker,
    text,
    matches,
    score: Math.round(score * 1000) / 1000,
    ...(aside && { aside }),
  };
}
