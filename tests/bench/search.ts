import { join } from "node:path";
import { buildLibrary, bytesOf } from "../../utils/library/build.ts";
import { searcher } from "../../utils/search/search.ts";
import { misheardNames } from "./search-quality.ts";
import { medianMsAsync, tell } from "./measure.ts";

const QUERIES = [
  "notation as a tool for thought",
  "bayseian deep learning",
  "vacc",
  '"clean water infrastructure"',
];

/** Searching the library that ships. */
export async function search(): Promise<void> {
  const bytes = bytesOf(buildLibrary(join(import.meta.dirname, "../../assets/library")), "search.bin");
  const open = async () => (await searcher(async (from, to) => bytes.subarray(from, to)))!;
  const first = await medianMsAsync(async () => (await open()).search(QUERIES[0]!, { limit: 10 }));
  tell("search", "from the file to the first results", first, 100, "ms");
  const ready = await open();
  const asked = await medianMsAsync(() =>
    Promise.all(QUERIES.map((query) => ready.search(query, { limit: 10 }))),
  );
  tell("search", "four queries", asked, 50, "ms");
  await misheardNames();
}
