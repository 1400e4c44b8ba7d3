import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildLibrary, getFileBytes } from "../../utils/library/build/build-library.ts";
import { splitPassages } from "../../utils/search/text/passages.ts";
import { openSearcher } from "../../utils/search/results/create-searcher.ts";
import { medianMsAsync, tell } from "./measure.ts";
import { library, misheardNames } from "./search-quality.ts";
import { searchInBrowser } from "./search-browser/search-browser.ts";
import { queries, searchSpeed } from "./search-speed.ts";
import { measureEpisodeSearch } from "./text-indexes.ts";

const QUERIES = [
  "notation as a tool for thought",
  "bayseian deep learning",
  "vacc",
  '"clean water infrastructure"',
];

/** Episodes that are held in memory together with MiniSearch's index of them. */
const MOST_IN_MEMORY = 1000;

/** Searching: the library that ships, many episodes (`--episodes 1000`), and names that were misheard. */
export async function search(): Promise<void> {
  const { values } = parseArgs({ options: { episodes: { type: "string" } }, strict: false });
  const bytes = getFileBytes(buildLibrary(join(import.meta.dirname, "../../assets/library")), "search.bin");
  const open = async () => (await openSearcher(async (from, to) => bytes.subarray(from, to)))!;
  const first = await medianMsAsync(async () => (await open()).search(QUERIES[0]!, { limit: 10 }));
  tell("search", "from the file to the first results, five episodes", first, 100, "ms");
  const ready = await open();
  const ask = () => Promise.all(QUERIES.map((query) => ready.search(query, { limit: 10 })));
  tell("search", "four queries, five episodes", await medianMsAsync(ask), 50, "ms");
  measureEpisodeSearch(library([]));
  const episodes = Number(values["episodes"] ?? 1000);
  // In Node everything is in memory at once, and MiniSearch in one string.
  await searchSpeed(library([]).flatMap(splitPassages), Math.min(episodes, MOST_IN_MEMORY));
  await searchInBrowser(episodes, queries);
  await misheardNames();
}
