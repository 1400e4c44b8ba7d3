import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CatalogEpisode } from "../library/library-model.ts";
import { openSearcher } from "../search/results/create-searcher.ts";
import type { SearchResult } from "../search/results/searcher.ts";
import { createSnippet } from "../search/text/snippet.ts";
import { formatTime } from "../transcript/model/clock-time.ts";
import { fail, parseOptions } from "./command-arguments.ts";

const USAGE = "npm run -s search -- WORDS [--json] [--limit N] [--all]";
const { values, positionals } = parseOptions(
  { json: { type: "boolean" }, limit: { type: "string" }, all: { type: "boolean" } },
  USAGE,
);

const query = positionals.join(" ");
if (!query.trim()) fail(USAGE, 2);
const limit = Number(values.limit ?? 10);
if (!Number.isInteger(limit) || limit < 1) fail(`--limit takes a whole number from 1.\n${USAGE}`, 2);

const root = join(import.meta.dirname, "../..");
const libraryFolder = ["chrome-mv3", "firefox-mv3"]
  .map((target) => join(root, ".output", target, "library"))
  .find((path) => existsSync(join(path, "search.bin")));
if (!libraryFolder) fail("There is no built library yet: run “npm run build” first.");

const readLibraryFile = (name: string) => readFileSync(join(libraryFolder, name), "utf8");
const bytes = readFileSync(join(libraryFolder, "search.bin"));
const librarySearcher = await openSearcher(async (from, to) => bytes.subarray(from, to));
if (!librarySearcher) fail("The built search index is broken: run “npm run build” again.");
const catalog = JSON.parse(readLibraryFile("catalog.json")) as CatalogEpisode[];
const { results: shown, partial } = await librarySearcher.search(query, {
  limit,
  includeBoilerplate: values.all ?? false,
  episodes: catalog,
});
if (values.json) console.log(JSON.stringify(shown, null, 1));
else printResults(shown);

function printResults(results: SearchResult[]): void {
  if (!results.length) console.log(`Nothing found for “${query}” in ${catalog.length} episodes.`);
  else if (partial) console.log("No passage has all the words; these have some of them.\n");
  for (const { episode, seconds, timing, speaker, text, matches } of results) {
    const title = catalog.find(({ id }) => id === episode)?.title ?? episode;
    const about = timing === "exact" ? "" : "about ";
    const time = seconds === null ? "no time" : `${about}${formatTime(seconds)}`;
    console.log(
      `${title} (${time})${speaker ? `, ${speaker}` : ""}\n  ${createSnippet(text, matches).text}\n`,
    );
  }
}
