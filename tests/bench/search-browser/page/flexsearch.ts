const begun = performance.now();
import { Index } from "flexsearch";
import { corpusFile, first } from "./first.ts";

await first(begun, async () => {
  const index = new Index();
  for (const [key, data] of (await (await corpusFile("flexsearch")).json()) as [string, string][])
    await index.import(key, data);
  return (query) => index.search(query, { limit: 10 }).length;
});
