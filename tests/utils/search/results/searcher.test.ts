import * as fc from "fast-check";
import { beforeAll, describe, expect, it, test } from "vitest";
import { getFileBytes, getFileText } from "../../../../utils/library/build/build-library.ts";
import { foldWords, parseQuery } from "../../../../utils/search/query/parse-query.ts";
import { findParagraphIndex, splitPassages, type Passage } from "../../../../utils/search/text/passages.ts";
import { openSearcher } from "../../../../utils/search/results/create-searcher.ts";
import type { Searcher } from "../../../../utils/search/results/searcher.ts";
import { createSnippet } from "../../../../utils/search/text/snippet.ts";
import type { Transcript } from "../../../../utils/transcript/model/transcript.ts";
import { loadBuiltLibrary } from "../../../built-library.ts";

let passages: Passage[] = [];
let library: Searcher;
beforeAll(async () => {
  const files = loadBuiltLibrary();
  const ids = (JSON.parse(getFileText(files, "catalog.json")) as { id: string }[]).map(({ id }) => id);
  passages = ids.flatMap((id) => splitPassages(JSON.parse(getFileText(files, `${id}.json`)) as Transcript));
  const bytes = getFileBytes(files, "search.bin");
  library = (await openSearcher(async (from, to) => bytes.subarray(from, to)))!;
});
const marked = ({ text, matches }: { text: string; matches: [number, number][] }) =>
  matches.map(([a, b]) => text.slice(a, b));

describe("parsing a query", () => {
  it.each([
    ["deep learning", ["deep", "learning"], [], true],
    ["deep learning ", ["deep", "learning"], [], false],
    ["the Deep of Rémi’s", ["deep", "remis"], [], true],
    ['"as a tool" notation', ["notation"], [["as", "a", "tool"]], true],
    ["“as a tool” notation", ["notation"], [["as", "a", "tool"]], true],
    ['say "not yet closed', ["say"], [["not", "yet", "closed"]], false],
    ["what is it", [], [["what", "is", "it"]], false],
    ['"" ((( * \\', [], [], false],
    ["", [], [], false],
    ["a", [], [["a"]], false],
  ])("%s", (typed, words, phrases, unfinished) => {
    const query = parseQuery(typed);
    expect(query.words).toEqual(words);
    expect(query.phrases.map((phrase) => phrase.words)).toEqual(phrases);
    if (words.length) expect(query.unfinished).toBe(unfinished);
  });

  it("accepts any input", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: "grapheme" }),
        async (typed) => (await library.search(typed)).results.length >= 0,
      ),
    );
  });
});

describe("searching", () => {
  it("finds the passage with the words, and the time of its first match", async () => {
    const [first] = (await library.search("notation as a tool for thought")).results;
    expect(first).toMatchObject({ episode: "lex-fridman-035", timing: "exact" });
    expect(first!.seconds).toBeGreaterThan(519);
    expect(first!.seconds).toBeLessThan(645);
    expect(marked(first!)).toContain("notation");
  });

  it("leaves out and counts ads, intros and outros unless they are included", async () => {
    const { results, boilerplateCount } = await library.search('"theme music"');
    expect(results).toEqual([]);
    expect(boilerplateCount).toBeGreaterThan(0);
    const all = await library.search('"theme music"', { includeBoilerplate: true });
    expect(all).toMatchObject({ boilerplateCount: 0 });
    expect(all.results).toHaveLength(boilerplateCount);
    expect(all.results.every(({ boilerplate }) => boilerplate)).toBe(true);
  });

  it("treats the last word as a prefix and the others as complete", async () => {
    expect(marked((await library.search("hummingb")).results[0]!)[0]).toMatch(/^hummingbird/);
    expect((await library.search("hummingb trinidad")).partial).toBe(true);
    expect((await library.search("hummingb ")).results).toEqual([]);
  });

  it("allows more mistakes in longer words", async () => {
    expect((await library.search("bayseian deep")).results.slice(0, 5).flatMap(marked)).toContain("Bayesian");
    expect((await library.search("spectrogrms ")).results.length).toBeGreaterThan(0);
    expect((await library.search("xqz ")).results).toEqual([]);
  });

  it("finds no misspellings of common words", async () => {
    const found = (await library.search("learning ")).results.flatMap(marked);
    expect(found.length).toBeGreaterThan(100);
    for (const words of found) expect(words.toLowerCase()).toContain("learning");
  });

  it("requires all words in one passage, and falls back to some of them", async () => {
    const both = await library.search("stable diffusion academic");
    expect(both.partial).toBe(false);
    for (const found of both.results)
      expect(foldWords(found.text)).toEqual(expect.arrayContaining(["diffusion"]));
    const partial = await library.search("hummingbirds laplace");
    expect(partial).toMatchObject({ partial: true });
    expect(partial.results.length).toBeGreaterThan(1);
  });

  it("finds the same phrases as a scan of the texts, stop words included", async () => {
    for (const phrase of [
      "a tool for thought",
      "the other day",
      "value of educational content",
      "to be a",
      "you know what",
    ]) {
      const scan = passages.filter(({ text }) => ` ${foldWords(text).join(" ")} `.includes(` ${phrase} `));
      const found = (await library.search(`"${phrase}"`, { includeBoilerplate: true })).results;
      expect(found.map(({ episode, paragraphs }) => `${episode}:${paragraphs[0]}`).toSorted()).toEqual(
        scan.map(({ id }) => id).toSorted(),
      );
    }
  });

  it("treats the last word of an unclosed phrase as a prefix", async () => {
    const [typing, typed] = await Promise.all(
      ['"notation as a tool for thou', '"notation as a tool for thought"'].map(
        async (text) => (await library.search(text)).results,
      ),
    );
    expect(typed!.length).toBeGreaterThan(0);
    expect(typing).toEqual(typed);
    expect((await library.search('"notation as a tool for thou"')).results).toEqual([]);
  });

  it("returns short passages with disjoint matches inside the text", async () => {
    for (const { text, matches, paragraphs } of (await library.search("learning model data")).results) {
      expect(text.split(/\s+/).length).toBeLessThanOrEqual(200);
      expect(paragraphs[1] - paragraphs[0]).toBeLessThan(30);
      for (const [i, [start, end]] of matches.entries()) {
        expect(start).toBeGreaterThanOrEqual(i ? matches[i - 1]![1] : 0);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }
  });

  it("finds corrected words by their heard form and returns it", async () => {
    const { results } = await library.search("lytic ");
    expect(results.length).toBeGreaterThan(0);
    expect(results[0]).toMatchObject({ episode: "lex-fridman-035", heard: "in lytic" });
    expect(marked(results[0]!)).toEqual(["Enlitic"]);
  });

  it("finds names by sound, as one word or two, and flags them", async () => {
    for (const [typed, shown] of [
      ["epping house ", "Ebbinghaus"],
      ["deep mind gender ", "DeepMind"],
      ["carpathy ", "Karpathy"],
    ] as const)
      expect((await library.search(typed)).results.slice(0, 5).flatMap(marked).join(), typed).toContain(
        shown,
      );
    const [found] = (await library.search("cornebeeze ")).results;
    expect(found).toMatchObject({ episode: "lbs-071", soundsLike: true });
    expect((await library.search("learning ")).results.some(({ soundsLike }) => soundsLike)).toBe(false);
  });

  it("finds a sentence quoted from memory and returns the words that differ", async () => {
    const { results, nearest } = await library.search(
      "so I once wrote a paper which was called notation as the tool of thinking",
    );
    expect(nearest).toBe(true);
    expect(results[0]).toMatchObject({ episode: "lex-fridman-035" });
    const { text, matches, differences: differs } = results[0]!;
    expect(matches.map(([a, b]) => text.slice(a, b).toLowerCase())).toEqual(
      expect.arrayContaining(["notation", "as", "tool", "paper"]),
    );
    expect(differs!.length).toBeGreaterThan(0);
    expect(results[0]!.score).toBeGreaterThan(results.at(-1)!.score);
    const advert = passages.find((one) => one.aside && one.text.split(" ").length > 20)!;
    const read = advert.text.split(" ").slice(3, 20).join(" ");
    expect((await library.search(read)).results.every(({ boilerplate: aside }) => !aside)).toBe(true);
    expect((await library.search(read, { includeBoilerplate: true })).results[0]!.text).toBe(advert.text);
    const none = await library.search(
      "purple elephants never dance under seven green glass umbrellas tonight",
    );
    expect(none.nearest).toBeUndefined();
  });

  it("returns no time for an episode without times", async () => {
    const found = (await library.search("Penn Treebank")).results.find(({ episode }) =>
      episode.startsWith("twiml"),
    );
    expect(found).toMatchObject({ seconds: null, timing: "none" });
  });
});

test("a snippet contains the first match and maps its range", () => {
  const text = `${"lead ".repeat(60)}needle\n\n${"tail ".repeat(60)}`;
  const at = text.indexOf("needle");
  const { text: shown, matches } = createSnippet(text, [
    [at, at + 6],
    [text.length - 5, text.length - 1],
  ]);
  expect(shown.length).toBeLessThan(240);
  expect(shown).toMatch(/^… lead .* …$/);
  expect(matches.map(([a, b]) => shown.slice(a, b))).toEqual(["needle"]);
  expect(createSnippet("short", [[0, 5]])).toEqual({ text: "short", matches: [[0, 5]], others: [] });
});

test("a snippet of a text without spaces is cut inside the text", () => {
  const { text: shown, matches } = createSnippet("字".repeat(2000), [[1000, 1002]]);
  expect(shown.length).toBeLessThan(240);
  expect(matches).toHaveLength(1);
});

test("the paragraph at an offset is counted from the passage's first", () => {
  const passage = passages.find(({ starts }) => starts.length > 1)!;
  expect(findParagraphIndex(passage.text, 0)).toBe(0);
  expect(findParagraphIndex(passage.text, passage.starts[1]!)).toBe(1);
});
