import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { getFileText } from "../../../../../utils/library/build/build-library.ts";
import { splitPassages, type Passage } from "../../../../../utils/search/text/passages.ts";
import { createSearcher } from "../../../../../utils/search/results/create-searcher.ts";
import type { SearchResponse } from "../../../../../utils/search/results/searcher.ts";
import { packSegment } from "../../../../../utils/search/index/write/pack-segment.ts";
import { openSegment, type Segment } from "../../../../../utils/search/index/read/open-segment.ts";
import { mergeSegments } from "../../../../../utils/search/index/write/merge-segments.ts";
import {
  combineSegments,
  type SegmentPart,
} from "../../../../../utils/search/index/read/combine-segments.ts";
import type { Transcript } from "../../../../../utils/transcript/model/transcript.ts";
import { generatedPassages } from "../../../../corpus/generated.ts";
import { loadBuiltLibrary } from "../../../../built-library.ts";

/** The first passages of bundled and generated episodes. */
let episodes: Passage[][] = [];
beforeAll(() => {
  const files = loadBuiltLibrary();
  const ids = (JSON.parse(getFileText(files, "catalog.json")) as { id: string }[]).map(({ id }) => id);
  const real = ids.map((id) => splitPassages(JSON.parse(getFileText(files, `${id}.json`)) as Transcript));
  const generated = [...Map.groupBy(generatedPassages(real.flat(), 5), ({ episode }) => episode).values()];
  episodes = [...real, ...generated].map((passages) => passages.slice(0, 12));
});

const open = async (bytes: Uint8Array): Promise<Segment> =>
  (await openSegment(async (from, to) => bytes.subarray(from, to)))!;
const build = (own: readonly Passage[][]) => packSegment(own.flat());

/** Distributions of episodes to segments, with deleted ones. */
const shelves = fc
  .tuple(
    fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], { minLength: 3 }),
    fc.array(fc.nat({ max: 9 }), { maxLength: 3 }),
    fc.array(fc.nat({ max: 9 }), { maxLength: 4 }),
  )
  .map(([order, cuts, deleted]) => {
    const edges = [0, ...cuts.map((cut) => cut % order.length).toSorted((a, b) => a - b), order.length];
    const parts = edges.slice(1).map((edge, i) => order.slice(edges[i], edge));
    return { parts: parts.filter((part) => part.length), deleted: new Set(deleted) };
  });

/** A past failure: sounds without remaining words displaced others. */
const DELETED_SOUNDS = { parts: [[0, 7, 1, 6, 3, 9, 5]], deleted: new Set([9]) };

async function shelf({ parts, deleted }: { parts: number[][]; deleted: Set<number> }): Promise<{
  all: SegmentPart[];
  left: Passage[][];
}> {
  const all = await Promise.all(
    parts.map(async (part) => ({
      segment: await open(build(part.map((i) => episodes[i]!))),
      deleted: new Set(part.filter((i) => deleted.has(i)).map((i) => episodes[i]![0]!.episode)),
    })),
  );
  const left = parts.flat().flatMap((i) => (deleted.has(i) ? [] : [episodes[i]!]));
  return { all, left };
}

const QUERIES = [
  "learning",
  "deep learn",
  "bayseian",
  "neural network model",
  '"of the"',
  '"deep learning" data',
  "people -learning",
  "lytic ",
  "karpathee ",
  "corn bees ",
  "we talk about deep learning and bayesian statistics and how people use it today",
];

/** Rounds scores, which depend on the order of summation in their last digits. */
const rounded = ({ results, ...rest }: SearchResponse) => ({
  ...rest,
  results: results.map((found) => ({ ...found, score: Math.round(found.score * 100) / 100 })),
});

async function answers(segment: Segment): Promise<unknown[]> {
  const { search } = createSearcher(segment);
  const all = await Promise.all(QUERIES.map((query) => search(query, { includeBoilerplate: true })));
  // Passages with equal scores may come in any order.
  return all.map((answer) => {
    const { results, ...rest } = rounded(answer);
    const key = ({ score, episode, paragraphs }: (typeof results)[number]) =>
      `${String(1e6 - score * 100).padStart(12)} ${episode} ${paragraphs[0]}`;
    return { ...rest, results: results.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)) };
  });
}

describe("combined segments", () => {
  it("answer like one segment of the remaining episodes", async () => {
    await fc.assert(
      fc.asyncProperty(shelves, async (where) => {
        const { all, left } = await shelf(where);
        const once = await open(build(left));
        expect(await answers(await combineSegments(all))).toEqual(await answers(once));
      }),
      { numRuns: 10, examples: [[DELETED_SOUNDS]] },
    );
  });

  it("merge to the bytes of one segment of the remaining episodes", async () => {
    await fc.assert(
      fc.asyncProperty(shelves, async (where) => {
        const { all, left } = await shelf(where);
        expect(await mergeSegments(all)).toEqual(build(left));
      }),
      { numRuns: 25 },
    );
  });

  it("answer as before after an addition was deleted", async () => {
    const [first, second] = [episodes.slice(0, 4), episodes.slice(4, 6)];
    const shipped = await open(build(first));
    const added = {
      segment: await open(build(second)),
      deleted: new Set(second.map((own) => own[0]!.episode)),
    };
    const whole = await combineSegments([{ segment: shipped }, added]);
    expect(await answers(whole)).toEqual(await answers(shipped));
    expect(whole.passageCount).toBe(shipped.passageCount);
    expect(whole.words.get("nowhere")).toBeUndefined();
  });

  it("find nothing if everything is deleted", async () => {
    const own = episodes.slice(0, 2);
    const deleted = new Set(own.map((passages) => passages[0]!.episode));
    const none = await combineSegments([{ segment: await open(build(own)), deleted }]);
    expect((await createSearcher(none).search("learning")).total).toBe(0);
  });
});
