const begun = performance.now();
import { loadIndex, putIndex } from "../../../../utils/store/index-store.ts";
import { createSearcher } from "../../../../utils/search/results/create-searcher.ts";
import { createSliceReader, type PackedIndex } from "../../../../utils/search/index/write/build-index.ts";
import { openSegment } from "../../../../utils/search/index/read/open-segment.ts";
import { createSnippet } from "../../../../utils/search/text/snippet.ts";
import { PREAMBLE_BYTES, readPreamble } from "../../../../utils/search/index/format/preamble.ts";
import { corpusFile, first } from "./first.ts";

/** Results that are read and drawn. */
const limit = new URLSearchParams(location.search).has("snippets") ? 10 : 1;

let warm = () => Promise.resolve();

/** Into the reader's store, where every index lies that does not ship; it is there from the second opening on. */
async function putThere(): Promise<PackedIndex> {
  const file = await (await corpusFile("ours")).blob();
  const preamble = new Uint8Array(await file.slice(0, PREAMBLE_BYTES).arrayBuffer());
  const at = PREAMBLE_BYTES + readPreamble(preamble)!.head;
  const built = { head: new Uint8Array(await file.slice(0, at).arrayBuffer()), rest: file.slice(at) };
  await putIndex("ours", "bench", built);
  return built;
}

await first(
  begun,
  async () => {
    const segment = await openSegment(
      createSliceReader((await loadIndex("ours", "bench")) ?? (await putThere())),
    );
    if (!segment) throw new Error("The index can't be opened.");
    const searcher = createSearcher(segment);
    warm = searcher.warm;
    return async (query) => {
      const { results, total } = await searcher.search(query, { limit });
      for (const { text, matches } of limit > 1 ? results : []) {
        const row = document.createElement("p");
        row.textContent = createSnippet(text, matches).text;
        document.body.append(row);
      }
      document.body.getBoundingClientRect();
      return total;
    };
  },
  () => warm(),
);
