import { describe, expect, it } from "vitest";
import type { Passage } from "../../../../utils/search/text/passages.ts";
import { PREAMBLE_BYTES } from "../../../../utils/search/index/format/preamble.ts";
import { packSegment } from "../../../../utils/search/index/write/pack-segment.ts";
import { openSearcher } from "../../../../utils/search/results/create-searcher.ts";
import { createFallbackSearcher } from "../../../../utils/search/results/fallback-searcher.ts";
import { SearchError, type Searcher } from "../../../../utils/search/results/searcher.ts";

const PASSAGE: Passage = {
  id: "talk:0",
  episode: "talk",
  paragraphs: [0, 0],
  text: "We talk about deep learning.",
  starts: [0],
  speakers: [null],
  times: [],
  timing: "none",
};
const bytes = packSegment([PASSAGE]);

const openIntact = async (): Promise<Searcher> =>
  (await openSearcher(async (from, to) => bytes.subarray(from, to)))!;

/** A searcher whose file becomes unreadable after its head was read. */
async function openBroken(): Promise<Searcher> {
  const broken = await openSearcher(async (from, to) => {
    if (from > PREAMBLE_BYTES) throw new DOMException("The file is gone.", "NotFoundError");
    return bytes.subarray(from, to);
  });
  return broken!;
}

describe("a searcher whose index cannot be read", () => {
  it("rejects with a search error that names the cause", async () => {
    const failure = await (await openBroken()).search("deep").catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SearchError);
    expect((failure as SearchError).cause).toMatchObject({ name: "NotFoundError" });
    await expect((await openBroken()).warm()).rejects.toBeInstanceOf(SearchError);
  });

  it("gives way to a rebuilt one, for the failed search and all others", async () => {
    const rebuilt = await openIntact();
    const searcher = createFallbackSearcher(await openBroken(), async () => ({ ok: true, value: rebuilt }));
    for (const typed of ["deep", "learning"]) expect((await searcher.search(typed)).results).toHaveLength(1);
  });

  it("rejects with a search error if it cannot be rebuilt", async () => {
    const searcher = createFallbackSearcher(await openBroken(), async () => ({ ok: false }));
    await expect(searcher.search("deep")).rejects.toBeInstanceOf(SearchError);
    await expect(searcher.search("deep")).rejects.toBeInstanceOf(SearchError);
  });
});
