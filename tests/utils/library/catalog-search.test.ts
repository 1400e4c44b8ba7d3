import { beforeAll, describe, expect, it } from "vitest";
import { getFileText } from "../../../utils/library/build/build-library.ts";
import {
  createCatalogIndex,
  searchCatalog,
  suggestFilterValues,
  type CatalogEntry,
  type CatalogIndex,
} from "../../../utils/library/catalog-search.ts";
import type { CatalogEpisode } from "../../../utils/library/library-model.ts";
import { parseQuery } from "../../../utils/search/query/parse-query.ts";
import { loadBuiltLibrary } from "../../built-library.ts";

let entries: CatalogEntry[] = [];
let whole: CatalogIndex;
beforeAll(() => {
  const files = loadBuiltLibrary();
  const catalog = JSON.parse(getFileText(files, "catalog.json")) as CatalogEpisode[];
  const notes = JSON.parse(getFileText(files, "notes.json")) as { [id: string]: string };
  entries = catalog.map((episode) => ({ ...episode, notes: notes[episode.id] ?? "" }));
  whole = createCatalogIndex(entries, ["en", "de"]);
  while (!whole.indexBatch());
});
const ids = (query: string, index = whole) => searchCatalog(index, query).map(({ id }) => id);

describe("episodes are found", () => {
  it("by their people, before episodes that only mention them", () => {
    expect(ids("jeremy howard").slice(0, 2).toSorted()).toEqual([
      "gradient-dissent-2023-01-05",
      "lex-fridman-035",
    ]);
    expect(ids("lex fridman")).toEqual(["lex-fridman-035", "gradient-dissent-2023-01-05"]);
  });

  it("by title, show and number", () => {
    expect(ids("modular theory")).toEqual(["twiml-008"]);
    expect(ids("twiml podcast")).toEqual(["twiml-008"]);
    expect(ids("bayesian statistics 129")).toEqual(["lbs-129"]);
  });

  it("by notes and the names in them", () => {
    expect(ids("moorfields")).toEqual(["lbs-071"]);
    expect(ids("suyog chandramouli")).toEqual(["lbs-129"]);
  });

  it("by date: year, month by name or number, and day", () => {
    for (const date of ["2019", "august 2019", "2019-08", "2019-08-27", "27 aug 2019"])
      expect(ids(date), date).toEqual(["lex-fridman-035"]);
    expect(ids("januar 2023")).toEqual(["gradient-dissent-2023-01-05"]);
    expect(ids("2019-07")).toEqual([]);
  });

  it("while a word is unfinished, and with typing mistakes", () => {
    expect(ids("jer how")).toHaveLength(2);
    expect(ids("jeremy h")).toHaveLength(2);
    expect(ids("jermey howrd")).toHaveLength(2);
    expect(ids("forutin")).toEqual(["lbs-129"]);
  });

  it("within filters, without excluded words, and by filters alone with the newest first", () => {
    expect(ids("jeremy show:lex")).toEqual(["lex-fridman-035"]);
    expect(ids('jeremy -"lex fridman"')).toEqual(["gradient-dissent-2023-01-05"]);
    expect(ids("speaker:jeremy")).toEqual(["gradient-dissent-2023-01-05", "lex-fridman-035"]);
  });

  it("by no query without a word, and by no year that is only near", () => {
    for (const query of ["", "  ", "((([*\\", '""', "-jeremy"]) expect(ids(query), query).toEqual([]);
    expect(ids("2018")).toEqual([]);
  });
});

it("finds the same episodes before and while the index is built", () => {
  const many = Array.from({ length: 50 }, (_, n) => ({ ...entries[n % 5]!, id: `${n}` }));
  const index = createCatalogIndex(many);
  const queries = ["jeremy howard", "2019-08", "moorfields", "jer how", "twiml podcast"];
  const find = () => queries.map((query) => ids(query, index).toSorted());
  const before = find();
  expect(before.map(({ length }) => length)).toEqual([20, 10, 10, 20, 10]);
  for (let isDone = false; !isDone;) {
    isDone = index.indexBatch();
    expect(find()).toEqual(before);
  }
});

describe("values for filters are suggested", () => {
  const labels = (query: string) => suggestFilterValues(whole, query).map(({ label }) => label);

  it("for the filter that is being typed", () => {
    expect(labels("learning show:")).toContain("Lex Fridman Podcast");
    expect(labels("learning speaker:jer")).toEqual(["Jeremy Howard"]);
    expect(labels("learning in:bayesian d")).toEqual([
      "Bayesian Deep Learning & AI for Science with Vincent Fortuin",
    ]);
    expect(labels("learning")).toEqual([]);
  });

  it("with typing mistakes", () => {
    expect(labels("speaker:fortiun")).toEqual(["Vincent Fortuin"]);
    expect(labels("show:fridmann")).toEqual(["Lex Fridman Podcast"]);
  });

  it("as a query that narrows down", () => {
    const [first] = suggestFilterValues(whole, "learning speaker:jer");
    expect(first!.query).toBe('learning speaker:"Jeremy Howard" ');
    expect(parseQuery(first!.query)).toMatchObject({
      words: ["learning"],
      filters: { speaker: ["Jeremy Howard"] },
    });
  });
});
