import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { buildLibrary, getFileBytes } from "../../../../utils/library/build/build-library.ts";
import { openSearcher, SHIPPED_MATCH_OPTIONS } from "../../../../utils/search/results/create-searcher.ts";
import type { Searcher } from "../../../../utils/search/results/searcher.ts";

/** The default weights of MiniSearch 7.2.0. */
const MINISEARCH_WEIGHTS = { ...SHIPPED_MATCH_OPTIONS.weights, prefix: 0.375, fuzzy: 0.45 };

let searcher: Searcher;
beforeAll(async () => {
  const files = buildLibrary(join(import.meta.dirname, "../../../../assets/library"));
  const bytes = getFileBytes(files, "search.bin");
  searcher = (await openSearcher(async (from, to) => bytes.subarray(from, to)))!;
}, 120_000);

describe("the shipped configuration", () => {
  it("weighs prefixes more and misspellings less than MiniSearch", () => {
    expect(SHIPPED_MATCH_OPTIONS).toEqual({
      unfinished: true,
      weights: { prefix: 0.6, fuzzy: 0.3, sound: 0.5 },
      maxFuzzyPassages: 3,
      shareIdf: true,
      sounds: true,
    });
  });

  it.each([
    ["notation as a tool for thought", "lex-fridman-035", ["Notation", "Tool", "Thought"]],
    ["transfer learn", "lex-fridman-035", ["transfer learning"]],
    ["hummingb", "lex-fridman-035", ["hummingbirds"]],
    ["bayseian deep", "lbs-129", ["Bayesian deep"]],
    ["spectrogrms ", "gradient-dissent-2023-01-05", ["spectrograms"]],
    ["cornebeeze ", "lbs-071", ["Cornebise is"]],
    ["clean water infra", "gradient-dissent-2023-01-05", ["clean water", "infrastructure"]],
    ["stable diff", "gradient-dissent-2023-01-05", ["Stable", "Diffusion"]],
    ["penn treeb", "twiml-008", ["Penn Treebank"]],
    ["languag mod", "lbs-129", ["language", "models", "modeling"]],
  ])("finds the expected passage first: %s", async (typed, episode, words) => {
    const [first] = (await searcher.search(typed, { limit: 1 })).results;
    expect(first?.episode).toBe(episode);
    const matches = first!.matches.map(([start, end]) => first!.text.slice(start, end));
    expect(matches).toEqual(expect.arrayContaining(words));
  });

  it("is what the searcher uses", async () => {
    const search = async (match?: { weights: typeof MINISEARCH_WEIGHTS }) =>
      (await searcher.search("languag mod", { limit: 10, ...(match && { match }) })).results;
    const shipped = await search();
    expect(shipped).toEqual(await search({ weights: SHIPPED_MATCH_OPTIONS.weights }));
    const withMiniSearchWeights = await search({ weights: MINISEARCH_WEIGHTS });
    expect(shipped[0]!.score).toBeGreaterThan(withMiniSearchWeights[0]!.score);
  });
});
