import { beforeAll, describe, expect, it } from "vitest";
import type { CatalogEpisode } from "../../../../utils/library/library-model.ts";
import { getFileBytes, getFileText } from "../../../../utils/library/build/build-library.ts";
import { parseOpenFilter } from "../../../../utils/search/query/search-filters.ts";
import { parseQuery } from "../../../../utils/search/query/parse-query.ts";
import { openSearcher } from "../../../../utils/search/results/create-searcher.ts";
import type { Searcher } from "../../../../utils/search/results/searcher.ts";
import { loadBuiltLibrary } from "../../../built-library.ts";

let episodes: CatalogEpisode[] = [];
let library: Searcher;
beforeAll(async () => {
  const files = loadBuiltLibrary();
  episodes = JSON.parse(getFileText(files, "catalog.json")) as CatalogEpisode[];
  const bytes = getFileBytes(files, "search.bin");
  library = (await openSearcher(async (from, to) => bytes.subarray(from, to)))!;
});
const found = async (typed: string) => (await library.search(typed, { episodes })).results;
const ids = async (typed: string) =>
  [...new Set((await found(typed)).map(({ episode }) => episode))].toSorted();

describe("a query with filters", () => {
  it("filters by show: full name or prefix, in any case", async () => {
    expect(await ids("learning show:lex")).toEqual(["lex-fridman-035"]);
    expect(await ids('show:"Learning Bayesian" learning')).toEqual(["lbs-071", "lbs-129"]);
    expect(await ids("learning show:lex show:twiml")).toEqual(["lex-fridman-035", "twiml-008"]);
    expect(await ids("learning show:nobody")).toEqual([]);
  });

  it("filters by episode: words of the title, number or id", async () => {
    expect(await ids('learning in:"fast.ai deep"')).toEqual(["lex-fridman-035"]);
    expect(await ids("learning in:129")).toEqual(["lbs-129"]);
    expect(await ids("learning in:twiml-008")).toEqual(["twiml-008"]);
  });

  it("filters by speaker and highlights only what they say", async () => {
    const all = await found("learning speaker:fridman");
    expect(all.length).toBeGreaterThan(5);
    for (const { episode, speaker } of all)
      expect([episode, speaker]).toEqual(["lex-fridman-035", "Lex Fridman"]);
  });

  it("filters by date where one is known", async () => {
    expect(await ids("learning before:2020")).toEqual(["lex-fridman-035"]);
    expect(await ids("learning after:2019-08-28 before:2024")).toEqual(["gradient-dissent-2023-01-05"]);
    expect(await ids("learning before:soon")).toHaveLength(5);
  });

  it("excludes words and phrases after a minus", async () => {
    const all = await found("learning ");
    const without = await found('learning -deep -"machine learning"');
    expect(without.length).toBeLessThan(all.length);
    expect(without.length).toBeGreaterThan(0);
    for (const { text } of without) expect(text).not.toMatch(/\bdeep\b|machine learning/i);
    expect(parseQuery("state-of-the-art -minus").excluded.map(({ words }) => words)).toEqual([["minus"]]);
  });

  it("filters queries that consist of phrases", async () => {
    expect(await ids('"deep learning"')).toHaveLength(5);
    expect(await ids('"deep learning" show:lex')).toEqual(["lex-fridman-035"]);
    for (const { text } of await found('"deep learning" -people'))
      expect(text).not.toMatch(/\bpeople\b(?!['’])/i);
  });

  it("ignores text that only resembles a filter", () => {
    for (const typed of ["at 12:30", "https://example.org", "show:", "re: this", "- a", "ratio 3:4"])
      expect(parseQuery(typed).filters, typed).toEqual(parseQuery("").filters);
  });
});

it("reads the filter that is being typed", () => {
  expect(parseOpenFilter("learning speaker:jer")).toEqual({
    name: "speaker",
    value: "jer",
    before: "learning ",
  });
  expect(parseOpenFilter('In:"bayesian d')).toEqual({ name: "in", value: "bayesian d", before: "" });
  expect(parseOpenFilter("learning show:")).toMatchObject({ name: "show", value: "" });
  expect(parseOpenFilter('show:"Lex Fridman Podcast" learning')).toBeNull();
  expect(parseOpenFilter("before:2019")).toBeNull();
});
