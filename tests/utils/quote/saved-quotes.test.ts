import * as fc from "fast-check";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { exportCsv, exportJson, exportMarkdown } from "../../../utils/quote/saved/export-quotes.ts";
import { planImport, parseQuotes } from "../../../utils/quote/saved/import-quotes.ts";
import {
  findSavedQuotes,
  groupSavedQuotes,
  parseTags,
  sortSavedQuotes,
  type SavedQuote,
} from "../../../utils/quote/saved/saved-quotes.ts";
import { HOSTILE, PLAIN, TALK } from "./samples.ts";

const saved = (id: string, more: Partial<SavedQuote> = {}): SavedQuote => {
  const quote = { ...PLAIN, ...more };
  const words = quote.paragraphs.map(({ text }) => text).join(" ");
  return {
    ...quote,
    id,
    episodeId: "lex-fridman-035",
    selector: { exact: words, prefix: "", suffix: "", paragraph: 3, mediaTime: quote.seconds },
    note: "",
    tags: [],
    created: "2026-11-26T10:00:00.000Z",
    modified: "2026-11-26T10:00:00.000Z",
    ...more,
  };
};
const ONE = saved("1", { note: "Why?\nAsk.", tags: ["deep learning", "ai"] });
const TWO = saved("2", { ...TALK, created: "2026-11-27T09:00:00.000Z" });
const THREE = saved("3", { ...HOSTILE, episodeId: "../other", created: "2026-11-25T09:00:00.000Z" });
const ALL = [ONE, TWO, THREE];
const ids = (quotes: readonly SavedQuote[]) => quotes.map(({ id }) => id);

describe("saved quotes", () => {
  it("are found by every word of theirs, in any order, accents and case aside", () => {
    expect(ids(findSavedQuotes(ALL, "care ENLITIC"))).toEqual(["1"]);
    expect(ids(findSavedQuotes(ALL, "#deep"))).toEqual(["1"]);
    expect(ids(findSavedQuotes(ALL, "jeremy howard"))).toEqual(["1", "2"]);
    expect(ids(findSavedQuotes(ALL, "ask zebra"))).toEqual([]);
    expect(findSavedQuotes(ALL, " ")).toBe(ALL);
  });
  it("are listed by day, the newest first, or by episode as they are said", () => {
    const shape = (order: "date" | "episode") =>
      groupSavedQuotes(ALL, order).map(({ key, quotes }) => [key, ids(quotes)]);
    expect(shape("date")).toEqual([
      ["2026-11-27", ["2"]],
      ["2026-11-26", ["1"]],
      ["2026-11-25", ["3"]],
    ]);
    expect(shape("episode")).toEqual([
      ["lex-fridman-035", ["1", "2"]],
      ["../other", ["3"]],
    ]);
  });
  it("are sorted alike whatever order they come in", () => {
    const at = (id: string, seconds: number, paragraph: number, created: string) =>
      saved(id, {
        seconds,
        created,
        modified: created,
        selector: { ...ONE.selector, paragraph, mediaTime: seconds },
      });
    const [early, late] = ["2026-11-26T10:00:00.000Z", "2026-11-26T10:00:01.000Z"];
    const quotes = [
      at("d", 10, 1, early),
      at("a", 20, 1, late),
      at("b", 20, 2, early),
      at("c", 20, 2, late),
      at("e", 20, 2, late),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(quotes, { minLength: quotes.length }), (shuffled) => {
        expect(ids(sortSavedQuotes(shuffled, "episode"))).toEqual(["d", "a", "b", "c", "e"]);
        expect(ids(sortSavedQuotes(shuffled, "date"))).toEqual(["a", "c", "e", "d", "b"]);
      }),
    );
  });
  it("have tags as typed, each once", () =>
    expect(parseTags(" #ai, deep   learning ,ai,, # ")).toEqual(["ai", "deep learning"]));
});

describe("saved quotes are exported", () => {
  it("as Markdown with one file an episode", async () => {
    const files = exportMarkdown(ALL);
    expect(files.map(({ name }) => name)).toEqual(["lex-fridman-035.md", "..-other.md"]);
    await expect(files.map(({ text }) => text).join("\n")).toMatchFileSnapshot("expected/saved.txt");
  });
  it("as CSV with the columns of Readwise, which other parsers read", () => {
    const rows = parse(exportCsv(ALL), { columns: true }) as { [column: string]: string }[];
    expect(Object.keys(rows[0]!)).toEqual([
      "Highlight",
      "Title",
      "Author",
      "URL",
      "Note",
      "Location",
      "Date",
    ]);
    expect(rows[0]).toEqual({
      Highlight: "At Enlitic we didn't care. — Jeremy Howard",
      Title: "fast.ai Deep Learning Courses and Research",
      Author: "Lex Fridman Podcast",
      URL: PLAIN.url,
      Note: "Why?\nAsk.\n.deep_learning .ai",
      Location: "754",
      Date: "2026-11-26 10:00:00",
    });
    expect(rows[2]!["Highlight"]).toContain(HOSTILE.paragraphs[0]!.text);
    expect(rows[1]!["Highlight"]).toBe("Lex Fridman: Why is that?\n\nJeremy Howard: Well.\n\n[…] It learns.");
  });
});

const text = fc.string({ minLength: 1, maxLength: 20, unit: "grapheme" });
const dates = fc
  .date({ min: new Date("2020-01-01T00:00:00Z"), max: new Date("2030-01-01T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString());
const anyQuote = fc
  .record({
    id: fc.uuid(),
    paragraphs: fc.array(
      fc.record({ speaker: fc.option(text), text, heard: text, seconds: fc.option(fc.nat()) }),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
    note: fc.string(),
    tags: fc.array(text.map((tag) => parseTags(tag)[0] ?? "x")).map((tags) => [...new Set(tags)]),
    created: dates,
    timing: fc.constantFrom("exact" as const, "aligned" as const, "estimated" as const, "none" as const),
    seconds: fc.option(fc.double({ min: 0, max: 1e5, noNaN: true }).map(Math.abs)),
  })
  .map((part) => saved(part.id, { ...part, modified: part.created }));

describe("exported quotes", () => {
  it("are the same after an import", () =>
    fc.assert(
      fc.property(fc.uniqueArray(anyQuote, { selector: ({ id }) => id }), (quotes) => {
        const read = parseQuotes(exportJson(quotes));
        expect(read).toEqual({ refused: null, quotes, broken: 0 });
        const plan = planImport([], quotes);
        expect(plan).toEqual({ added: quotes, merged: [], unchanged: 0 });
        expect(planImport(quotes, quotes)).toEqual({ added: [], merged: [], unchanged: quotes.length });
      }),
    ));

  it("are merged into the present ones without loss of notes, tags or words", () => {
    const later = "2026-12-01T00:00:00.000Z";
    const other = { ...ONE, note: "Other.", tags: ["ai", "new"], modified: later };
    const plan = planImport([ONE], [other, TWO]);
    expect(ids(plan.added)).toEqual(["2"]);
    expect(plan.merged).toEqual([
      { ...ONE, note: "Why?\nAsk.\n\nOther.", tags: ["deep learning", "ai", "new"], modified: later },
    ]);
    expect(planImport(plan.merged, [other])).toMatchObject({ added: [], merged: [], unchanged: 1 });
    const foreign = saved("1", { ...TALK });
    const taken = planImport([ONE], [foreign, foreign]);
    expect(ids(taken.added)).toEqual(["1~"]);
    expect(planImport([ONE, ...taken.added], [foreign])).toMatchObject({ added: [], unchanged: 1 });
  });

  it("are refused with a reason in another file or of a later version", () => {
    for (const none of ["", "{", "[]", "null", '{"earmark":"quotes"}', '{"earmark":"quotes","version":1}'])
      expect(parseQuotes(none)).toEqual({ refused: "no-quotes" });
    expect(parseQuotes('{"earmark":"quotes","version":3,"quotes":[]}')).toEqual({ refused: "later-version" });
  });

  it("never make the import throw; invalid entries are counted", () => {
    const file = (quotes: unknown[]) => JSON.stringify({ earmark: "quotes", version: 2, quotes });
    expect(parseQuotes(file([null, 3, {}, { ...ONE, paragraphs: [] }, { ...ONE, created: "now" }]))).toEqual({
      refused: null,
      quotes: [],
      broken: 5,
    });
    const evil = { ...ONE, url: "javascript:alert(1)", timing: "x", seconds: -1, tags: "a", __proto__: 1 };
    const read = parseQuotes(file([evil]));
    expect(read.refused === null && read.quotes[0]).toMatchObject({
      url: null,
      timing: "none",
      seconds: null,
      tags: [],
    });
    fc.assert(fc.property(fc.json(), (json) => void parseQuotes(file([JSON.parse(json)]))));
  });
});
