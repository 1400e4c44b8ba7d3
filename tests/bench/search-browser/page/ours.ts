const begun = performance.now();
import { fileSlices } from "../../../../utils/library/slices.ts";
import { searcherOver } from "../../../../utils/search/search.ts";
import { openSegment } from "../../../../utils/search/segment/segment.ts";
import { snippet } from "../../../../utils/search/snippet.ts";
import { first } from "./first.ts";

/** Results that are read and drawn. */
const limit = new URLSearchParams(location.search).has("snippets") ? 10 : 1;

let warm = () => Promise.resolve();

await first(
  begun,
  async () => {
    const read = await fileSlices("bench-ours.bin");
    const segment = read.ok ? await openSegment(read.value) : null;
    if (!segment) throw new Error("The index can't be opened.");
    const searcher = searcherOver(segment);
    warm = searcher.warm;
    return async (query) => {
      const { results, total } = await searcher.search(query, { limit });
      for (const { text, matches } of limit > 1 ? results : []) {
        const row = document.createElement("p");
        row.textContent = snippet(text, matches).text;
        document.body.append(row);
      }
      document.body.getBoundingClientRect();
      return total;
    };
  },
  () => warm(),
);
