import MiniSearch from "minisearch";
import type { Passage } from "../../utils/search/text/passages.ts";
import { openSearcher } from "../../utils/search/results/create-searcher.ts";
import { packSegment } from "../../utils/search/index/write/pack-segment.ts";
import { readPreamble } from "../../utils/search/index/format/preamble.ts";
import { isStopWord, TERM_PATTERN } from "../../utils/search/text/search-terms.ts";
import { ASKED, MINISEARCH } from "./search-browser/page/minisearch-options.ts";
import { generatedPassages } from "../corpus/generated.ts";
import { quantile } from "./heard.ts";
import { medianMsAsync, printFigure, tell } from "./measure.ts";
import { chance } from "./chance.ts";

const QUERIES = 200;
const FIRST = "learning model";
const LIMIT = 10;

/** Words, beginnings and typing mistakes, the same ones every time. */
export function queries(passages: readonly Passage[]): string[] {
  const next = chance(5);
  const pick = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)]!;
  return Array.from({ length: QUERIES }, (_, i) => {
    const terms = (pick(passages).text.match(TERM_PATTERN) ?? []).filter((term) => !isStopWord(term));
    const words = Array.from({ length: 1 + (i % 3) }, () => pick(terms));
    const last = words.pop()!;
    if (i % 4 === 1) return [...words, last.slice(0, 3)].join(" ");
    return `${[...words, i % 4 === 2 ? last.slice(0, 3) + last.slice(4) : last].join(" ")} `;
  });
}

async function each(asked: readonly string[], run: (query: string) => unknown): Promise<number[]> {
  const times: number[] = [];
  for (const query of asked) {
    const start = performance.now();
    await run(query);
    times.push(performance.now() - start);
  }
  return times;
}

/** Size, building, opening and asking for so many episodes, beside MiniSearch in the same run (in Node). */
export async function searchSpeed(real: readonly Passage[], episodes: number): Promise<void> {
  const passages = [...real, ...generatedPassages(real, episodes - 5)];
  const started = performance.now();
  const bytes = packSegment(passages);
  const building = (performance.now() - started) / episodes;
  const reference = new MiniSearch<Passage>(MINISEARCH);
  reference.addAll(passages);
  const json = JSON.stringify(reference);
  const text = passages.reduce((sum, passage) => sum + Buffer.byteLength(passage.text), 0);
  const { head, sounds, postings, positions } = readPreamble(bytes)!;
  const without = head + sounds + postings;
  const on = `over ${episodes} episodes`;
  tell("search", `index without positions ${on}, share of the text`, without / text, 0.13);
  tell("search", `index with positions ${on}, share of the text`, (without + positions) / text, 0.4);
  tell("search", `building ${on}, an episode`, building, 20, "ms");
  const open = async () => (await openSearcher(async (from, to) => bytes.subarray(from, to)))!;
  const ours = await medianMsAsync(async () => (await open()).search(FIRST, { limit: LIMIT }));
  const theirs = await medianMsAsync(async () =>
    MiniSearch.loadJSON<Passage>(json, MINISEARCH).search(FIRST, ASKED),
  );
  tell(
    "search",
    `from the index to the first ten ${on}, against MiniSearch (${Math.round(ours)} and ${Math.round(theirs)} ms)`,
    ours / theirs,
    1 / 60,
  );
  const asked = queries(passages);
  const ready = await open();
  const p95 = quantile(await each(asked, (query) => ready.search(query, { limit: LIMIT })), 0.95);
  const their95 = quantile(await each(asked, (query) => reference.search(query, ASKED)), 0.95);
  printFigure(
    `search a query ${on}, 95 %: ${p95.toFixed(1)} ms; MiniSearch in memory: ${their95.toFixed(1)} ms`,
  );
}
