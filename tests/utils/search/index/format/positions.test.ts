import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { splitPassages, type Passage } from "../../../../../utils/search/text/passages.ts";
import { packSegment } from "../../../../../utils/search/index/write/pack-segment.ts";
import { openSegment, type Segment } from "../../../../../utils/search/index/read/open-segment.ts";
import { mergeSegments } from "../../../../../utils/search/index/write/merge-segments.ts";
import {
  combineSegments,
  type SegmentPart,
} from "../../../../../utils/search/index/read/combine-segments.ts";
import { library } from "../../../../bench/search-quality.ts";
import { generatedPassages } from "../../../../corpus/generated.ts";

/** Common, less common and rare words, among them stop words. */
const WORDS = ["the", "in", "learning", "people", "network", "enlitic", "karpathy"];

let episodes: Passage[][] = [];
let parts: SegmentPart[] = [];
beforeAll(async () => {
  const real = library([]).map(splitPassages);
  const generated = generatedPassages(real.flat(), 5);
  episodes = [...real, ...Map.groupBy(generated, ({ episode }) => episode).values()];
  parts = [
    { segment: await open(build(episodes.slice(0, 6))), deleted: new Set([episodes[2]![0]!.episode]) },
    { segment: await open(build(episodes.slice(6))) },
  ];
});
const open = async (bytes: Uint8Array): Promise<Segment> =>
  (await openSegment(async (from, to) => bytes.subarray(from, to)))!;
const build = (own: readonly Passage[][]) => packSegment(own.flat());

/** Expects `filterPositions` to agree with `readPositions`. */
async function expectSameLookups(segment: Segment): Promise<void> {
  const end = segment.wordsBefore.at(-1)!;
  for (const word of WORDS) {
    const entry = segment.words.get(word)!;
    const all = new Set(await segment.readPositions(entry));
    expect(all.size, word).toBeGreaterThan(0);
    const candidateLists = fc.array(fc.oneof(fc.constantFrom(...all), fc.nat({ max: end + 10 })), {
      maxLength: 300,
      size: "max",
    });
    await fc.assert(
      fc.asyncProperty(candidateLists, async (wanted) => {
        const candidates = Uint32Array.from(new Set(wanted)).toSorted();
        const found = await segment.filterPositions(entry, candidates);
        expect([...found]).toEqual([...candidates].filter((position) => all.has(position)));
      }),
      { numRuns: 20 },
    );
  }
}

describe("looking up single positions of a word", () => {
  it("finds its positions in a segment", async () => {
    await expectSameLookups(await open(build(episodes)));
  });

  it("finds them in combined segments with deleted episodes", async () => {
    await expectSameLookups(await combineSegments(parts));
  });

  it("finds them in merged segments, whose bytes equal those of one packed at once", async () => {
    const merged = await mergeSegments(parts);
    expect(merged).toEqual(build(episodes.filter((_, i) => i !== 2)));
    await expectSameLookups(await open(merged));
  });
});
