import { expect, it } from "vitest";
import { takeMoments, groupMoments } from "../../../../utils/search/results/group-moments.ts";
import type { SearchResult } from "../../../../utils/search/results/searcher.ts";

const found = (episode: string, paragraph: number, seconds: number | null, score: number): SearchResult => ({
  episode,
  paragraphs: [paragraph, paragraph + 1],
  seconds,
  timing: "exact",
  speaker: null,
  text: "",
  matches: [],
  score,
  progress: 0,
});
const shape = (results: SearchResult[], first?: string) =>
  groupMoments(results, first).map(({ episode, moments }) => [
    episode,
    moments.map(({ best, others }) => [best.paragraphs[0], others.length]),
  ]);

it("groups results within a minute under the best of them", () => {
  expect(shape([found("a", 4, 100, 3), found("a", 2, 50, 5), found("a", 20, 500, 4)])).toEqual([
    [
      "a",
      [
        [2, 1],
        [20, 0],
      ],
    ],
  ]);
});

it("groups adjacent passages where there are no times", () => {
  expect(shape([found("a", 4, null, 3), found("a", 2, null, 5), found("a", 20, null, 6)])).toEqual([
    [
      "a",
      [
        [20, 0],
        [2, 1],
      ],
    ],
  ]);
});

it("ranks dense moments higher, episodes by their best moment, and the preferred episode first", () => {
  const results = [
    found("a", 2, 50, 5),
    found("a", 90, 900, 5.2),
    found("a", 4, 90, 4),
    found("b", 1, 10, 5.4),
    found("c", 1, 10, 1),
  ];
  expect(shape(results)).toEqual([
    [
      "a",
      [
        [2, 1],
        [90, 0],
      ],
    ],
    ["b", [[1, 0]]],
    ["c", [[1, 0]]],
  ]);
  expect(shape(results, "c")[0]).toEqual(["c", [[1, 0]]]);
});

it("takes the first moments, counted over all episodes", () => {
  const results = [found("a", 2, 50, 5), found("a", 90, 900, 4), found("b", 1, 10, 3), found("b", 9, 400, 2)];
  expect(takeMoments(groupMoments(results), 3).map(({ moments }) => moments.length)).toEqual([2, 1]);
});
