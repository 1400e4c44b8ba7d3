import type { SavedQuote } from "../../utils/quote/saved/saved-quotes.ts";
import { createCatalogIndex, searchCatalog, type CatalogEntry } from "../../utils/library/catalog-search.ts";
import { createQuoteIndex } from "../../utils/library/quote-search.ts";
import { TERM_PATTERN } from "../../utils/search/text/search-terms.ts";
import type { Transcript } from "../../utils/transcript/model/transcript.ts";
import { chance } from "./chance.ts";
import { medianMs, tell } from "./measure.ts";

const EPISODES = 10_000;
const PEOPLE = 5_000;
const SHOWS = 100;
const NOTE_WORDS = 60;
const SYLLABLES = "ka lo mi ra ten shu bor el vin dra po qu zi na how ard jer my".split(" ");

/** Queries typed key by key: names, dates, common words, mistyped words. */
const EPISODE_QUERIES = ["jeremy howard", "learning networks", "august 2019", "notaton tool", "podcast 35"];
const QUOTE_QUERIES = ["learning networks and data", "notaton tool", "#two note 77"];

/** Finding episodes among ten thousand: each key, and each step of the index. */
export function measureEpisodeSearch(transcripts: readonly Transcript[]): void {
  const index = createCatalogIndex(createEntries(transcripts));
  measureIndex("search", `${EPISODES} episodes`, index.indexBatch, EPISODE_QUERIES, (query) =>
    searchCatalog(index, query),
  );
}

/** Finding saved quotes: each key, and each step of the index. */
export function measureQuoteSearch(quotes: readonly SavedQuote[]): void {
  const index = createQuoteIndex(quotes);
  measureIndex("quotes", `${quotes.length} quotes`, index.indexBatch, QUOTE_QUERIES, index.search);
}

function measureIndex(
  bench: string,
  items: string,
  indexBatch: () => boolean,
  queries: readonly string[],
  search: (query: string) => unknown,
): void {
  const steps: number[] = [];
  for (let isDone = false; !isDone;) {
    const start = performance.now();
    isDone = indexBatch();
    steps.push(performance.now() - start);
  }
  const total = steps.reduce((sum, step) => sum + step, 0);
  const median = steps.toSorted((a, b) => a - b)[steps.length >> 1]!;
  tell(bench, `a step of indexing ${items} (${Math.round(total)} ms in all)`, median, 4, "ms");
  const keys = queries.flatMap((query) =>
    Array.from(query, (_, i) => query.slice(0, i + 1)).map((typed) => ({
      typed,
      ms: medianMs(() => search(typed)),
    })),
  );
  const sorted = keys.toSorted((a, b) => a.ms - b.ms);
  const [middle, slowest] = [sorted[sorted.length >> 1]!, sorted.at(-1)!];
  const detail = `the slowest, “${slowest.typed}”; the median is ${middle.ms.toFixed(1)} ms`;
  tell(bench, `a keystroke over ${items} (${detail})`, slowest.ms, 16, "ms");
}

/** Episodes with words of the transcripts that ship as titles and notes, and with made-up people. */
function createEntries(transcripts: readonly Transcript[]): CatalogEntry[] {
  const next = chance(7);
  const pick = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)]!;
  const pickMany = <T>(count: number, list: readonly T[]) => Array.from({ length: count }, () => pick(list));
  const texts = transcripts.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text));
  const words = [...new Set(texts.flatMap((text) => text.match(TERM_PATTERN) ?? []))];
  const people = Array.from({ length: PEOPLE }, () =>
    [pickMany(2, SYLLABLES).join(""), pickMany(3, SYLLABLES).join("")].join(" "),
  );
  const shows = Array.from({ length: SHOWS }, () => `${pickMany(2, words).join(" ")} Podcast`);
  return Array.from({ length: EPISODES }, (_, n) => ({
    id: `episode-${n}`,
    title: pickMany(7, words).join(" "),
    show: pick(shows),
    number: n % 500,
    hosts: [pick(people)],
    guests: [n % 1000 ? pick(people) : "Jeremy Howard"],
    published: `20${10 + (n % 15)}-${String(1 + (n % 12)).padStart(2, "0")}-${10 + (n % 18)}`,
    notes: [...pickMany(NOTE_WORDS, words), pick(people)].join(" "),
  }));
}
