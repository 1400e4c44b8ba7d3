import { join } from "node:path";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it, test } from "vitest";
import { buildLibrary } from "../../../utils/library/build.ts";
import { byEpisode } from "../../../utils/search/groups.ts";
import { foldedWords, readQuery } from "../../../utils/search/query.ts";
import { paragraphIn, type Passage } from "../../../utils/search/passages.ts";
import { searcher, type Searcher } from "../../../utils/search/search.ts";
import { snippet } from "../../../utils/search/snippet.ts";

let passages: Passage[] = [];
let library: Searcher;
beforeAll(() => {
  const files = buildLibrary(join(import.meta.dirname, "../../../assets/library"));
  const text = (name: string) => files.find((file) => file.name === name)!.contents;
  passages = JSON.parse(text("passages.json")) as Passage[];
  library = searcher(passages, text("index.json"));
});
const marked = ({ text, matches }: { text: string; matches: [number, number][] }) =>
  matches.map(([a, b]) => text.slice(a, b));

describe("reading a query", () => {
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
    const query = readQuery(typed);
    expect(query.words).toEqual(words);
    expect(query.phrases.map((phrase) => phrase.words)).toEqual(phrases);
    if (words.length) expect(query.unfinished).toBe(unfinished);
  });

  it("never fails, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (typed) => library.search(typed).results.length >= 0),
    );
  });
});

describe("searching", () => {
  it("finds the block that holds the words, and its first match's time", () => {
    const [first] = library.search("notation as a tool for thought").results;
    expect(first).toMatchObject({ episode: "lex-fridman-035", timing: "exact" });
    expect(first!.seconds).toBeGreaterThan(519);
    expect(first!.seconds).toBeLessThan(645);
    expect(marked(first!)).toContain("notation");
  });

  it("leaves out adverts, opening and closing words until they are asked for, and says so", () => {
    const { results, asides } = library.search('"theme music"');
    expect(results).toEqual([]);
    expect(asides).toBeGreaterThan(0);
    const all = library.search('"theme music"', true);
    expect(all).toMatchObject({ asides: 0 });
    expect(all.results).toHaveLength(asides);
    expect(all.results.every(({ aside }) => aside)).toBe(true);
  });

  it("takes the last word as a beginning, the others whole", () => {
    expect(marked(library.search("hummingb").results[0]!)[0]).toMatch(/^hummingbird/);
    expect(library.search("hummingb trinidad").partial).toBe(true);
    expect(library.search("hummingb ").results).toEqual([]);
  });

  it("forgives typing mistakes by the length of the word", () => {
    expect(library.search("bayseian deep").results.slice(0, 5).flatMap(marked)).toContain("Bayesian");
    expect(library.search("spectrogrms ").results.length).toBeGreaterThan(0);
    expect(library.search("xqz ").results).toEqual([]);
  });

  it("takes words that are often said as they were typed", () => {
    const found = library.search("learning ").results.flatMap(marked);
    expect(new Set(found.map((word) => word.toLowerCase()))).toEqual(new Set(["learning"]));
  });

  it("lets all words meet in one passage, and says so where they don't", () => {
    const both = library.search("stable diffusion academic");
    expect(both.partial).toBe(false);
    for (const found of both.results)
      expect(foldedWords(found.text)).toEqual(expect.arrayContaining(["diffusion"]));
    const apart = library.search("hummingbirds laplace");
    expect(apart).toMatchObject({ partial: true });
    expect(apart.results.length).toBeGreaterThan(1);
  });

  it("finds phrases exactly, stop words and all, as a scan of the text does", () => {
    for (const phrase of [
      "a tool for thought",
      "the other day",
      "value of educational content",
      "to be a",
      "you know what",
    ]) {
      const scan = passages.filter(({ text }) => ` ${foldedWords(text).join(" ")} `.includes(` ${phrase} `));
      const found = library.search(`"${phrase}"`, true).results;
      expect(found.map(({ episode, paragraphs }) => `${episode}:${paragraphs[0]}`).toSorted()).toEqual(
        scan.map(({ id }) => id).toSorted(),
      );
    }
  });

  it("takes the last word of a phrase that is still being typed as a beginning", () => {
    const [typing, typed] = ['"notation as a tool for thou', '"notation as a tool for thought"'].map(
      (text) => library.search(text).results,
    );
    expect(typed!.length).toBeGreaterThan(0);
    expect(typing).toEqual(typed);
    expect(library.search('"notation as a tool for thou"').results).toEqual([]);
  });

  it("gives passages, not episodes, with matches in order inside the text", () => {
    for (const { text, matches, paragraphs } of library.search("learning model data").results) {
      expect(text.split(/\s+/).length).toBeLessThanOrEqual(200);
      expect(paragraphs[1] - paragraphs[0]).toBeLessThan(30);
      for (const [i, [start, end]] of matches.entries()) {
        expect(start).toBeGreaterThanOrEqual(i ? matches[i - 1]![1] : 0);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }
  });

  it("has no seconds for an episode without times", () => {
    const found = library.search("Penn Treebank").results.find(({ episode }) => episode.startsWith("twiml"));
    expect(found).toMatchObject({ seconds: null, timing: "none" });
  });
});

test("results by episode keep their order, the episode of the page first", () => {
  const found = (episode: string, score: number) =>
    ({
      episode,
      score,
      paragraphs: [0, 0],
      seconds: 0,
      timing: "exact",
      speaker: null,
      text: "",
      matches: [],
    }) as never;
  const results = [found("a", 3), found("b", 2), found("a", 1)];
  expect(byEpisode(results).map(({ episode, results: r }) => [episode, r.length])).toEqual([
    ["a", 2],
    ["b", 1],
  ]);
  expect(byEpisode(results, "b").map(({ episode }) => episode)).toEqual(["b", "a"]);
  expect(byEpisode(results, "c").map(({ episode }) => episode)).toEqual(["a", "b"]);
});

test("a snippet shows the first match and marks what it shows", () => {
  const text = `${"lead ".repeat(60)}needle\n\n${"tail ".repeat(60)}`;
  const at = text.indexOf("needle");
  const { text: shown, matches } = snippet(text, [
    [at, at + 6],
    [text.length - 5, text.length - 1],
  ]);
  expect(shown.length).toBeLessThan(240);
  expect(shown).toMatch(/^… lead .* …$/);
  expect(matches.map(([a, b]) => shown.slice(a, b))).toEqual(["needle"]);
  expect(snippet("short", [[0, 5]])).toEqual({ text: "short", matches: [[0, 5]] });
});

test("a snippet of a text without spaces is cut where it is", () => {
  const { text: shown, matches } = snippet("字".repeat(2000), [[1000, 1002]]);
  expect(shown.length).toBeLessThan(240);
  expect(matches).toHaveLength(1);
});

test("the paragraph of an offset is counted within its passage", () => {
  const passage = passages.find(({ starts }) => starts.length > 1)!;
  expect(paragraphIn(passage.text, 0)).toBe(0);
  expect(paragraphIn(passage.text, passage.starts[1]!)).toBe(1);
});
