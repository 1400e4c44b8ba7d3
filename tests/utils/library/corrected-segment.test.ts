import { beforeAll, expect, it } from "vitest";
import { getFileBytes, getFileText } from "../../../utils/library/build/build-library.ts";
import { buildCorrectedSegment } from "../../../utils/library/corrected-segment.ts";
import type { CatalogEpisode } from "../../../utils/library/library-model.ts";
import { createSearcher } from "../../../utils/search/results/create-searcher.ts";
import { openSegment, type Segment } from "../../../utils/search/index/read/open-segment.ts";
import type { Correction } from "../../../utils/transcript/model/corrections.ts";
import type { Transcript } from "../../../utils/transcript/model/transcript.ts";
import { loadBuiltLibrary } from "../../built-library.ts";

const files = loadBuiltLibrary();
const catalog = JSON.parse(getFileText(files, "catalog.json")) as CatalogEpisode[];
const read = async (id: string) => JSON.parse(getFileText(files, `${id}.json`)) as Transcript;
let library: Segment;
beforeAll(async () => {
  const bytes = getFileBytes(files, "search.bin");
  library = (await openSegment(async (from, to) => bytes.subarray(from, to)))!;
});

const correction = (more: Partial<Correction>): Correction => ({
  show: "Learning Bayesian Statistics",
  episode: null,
  heard: "Munich",
  was: "Munich",
  shown: "Timbuktu",
  before: "",
  after: "",
  ...more,
});
/** Results as they are spelt, not those that only sound so. */
const found = async (index: Segment, typed: string) =>
  (await createSearcher(index).search(typed, { includeBoilerplate: true })).results.filter(
    ({ soundsLike }) => !soundsLike,
  );

it("is the library itself where nothing is corrected", async () => {
  expect(await buildCorrectedSegment([{ segment: library }], [], catalog, read)).toBe(library);
  const elsewhere = correction({ show: "Another Show" });
  expect(await buildCorrectedSegment([{ segment: library }], [elsewhere], catalog, read)).toBe(library);
  const nowhere = correction({ heard: "zyzzyva", was: "zyzzyva" });
  expect(await buildCorrectedSegment([{ segment: library }], [nowhere], catalog, read)).toBe(library);
});

it("finds what a reader wrote, also by what was heard, in the episodes that it is for", async () => {
  expect(await found(library, "Timbuktu ")).toEqual([]);
  const munich = await found(library, "Munich ");
  const index = await buildCorrectedSegment([{ segment: library }], [correction({})], catalog, read);
  const timbuktu = await found(index, "Timbuktu ");
  expect(timbuktu.length).toBeGreaterThan(0);
  for (const { episode, text, heard } of timbuktu) {
    expect(episode).toMatch(/^lbs-/);
    expect(text).toContain("Timbuktu");
    expect(heard).toBe("Munich");
  }
  const places = (all: typeof munich) => all.map(({ episode, paragraphs }) => `${episode} ${paragraphs[0]}`);
  expect(places(await found(index, "Munich ")).toSorted()).toEqual(places(munich).toSorted());
  expect(index.episodes.map(({ id }) => id).toSorted()).toEqual(catalog.map(({ id }) => id).toSorted());
});

it("leaves an episode as it ships that can't be read", async () => {
  expect(
    await buildCorrectedSegment([{ segment: library }], [correction({})], catalog, async () => null),
  ).toBe(library);
});
