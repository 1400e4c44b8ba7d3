import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildLibrary, bytesOf } from "../../utils/library/build.ts";
import { passagesOf } from "../../utils/search/passages.ts";
import { searcher } from "../../utils/search/search.ts";
import { medianMsAsync, tell } from "./measure.ts";
import { library, misheardNames } from "./search-quality.ts";
import { searchInBrowser } from "./search-browser/search-browser.ts";
import { queries, searchSpeed } from "./search-speed.ts";

const QUERIES = [
  "notation as a tool for thought",
  "bayseian deep learning",
  "vacc",
  '"clean water infrastructure"',
];

/** Searching: the library that ships, many episodes (`--episodes 1000`), and names that were misheard. */
export async function search(): Promise<void> {
  const { values } = parseArgs({ options: { episodes: { type: "string" } }, strict: false });
  const bytes = bytesOf(buildLibrary(join(import.meta.dirname, "../../assets/library")), "search.bin");
  const open = async () => (await searcher(async (from, to) => bytes.subarray(from, to)))!;
  const first = await medianMsAsync(async () => (await open()).search(QUERIES[0]!, { limit: 10 }));
  tell("search", "from the file to the first results, five episodes", first, 100, "ms");
  const ready = await open();
  const ask = () => Promise.all(QUERIES.map((query) => ready.search(query, { limit: 10 })));
  tell("search", "four queries, five episodes", await medianMsAsync(ask), 50, "ms");
  await searchSpeed(library([]).flatMap(passagesOf), Number(values["episodes"] ?? 1000));
  await searchInBrowser(Number(values["episodes"] ?? 1000), queries);
  await misheardNames();
}
