const begun = performance.now();
import MiniSearch from "minisearch";
import { corpusFile, first } from "./first.ts";
import { ASKED, MINISEARCH } from "./minisearch-options.ts";

await first(begun, async () => {
  const index = MiniSearch.loadJSON(await (await corpusFile("minisearch")).text(), MINISEARCH);
  return (query) => index.search(query, ASKED).length;
});
