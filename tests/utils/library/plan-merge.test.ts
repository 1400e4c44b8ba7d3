import { describe, expect, it } from "vitest";
import { planMerge, type SegmentSize } from "../../../utils/library/plan-merge.ts";

interface SimulatedLibrary {
  segments: SegmentSize[];
  /** Episodes written by merges. */
  rewritten: number;
  mostSegments: number;
}

/** Adds episodes one by one and carries out every planned merge. */
function addEpisodes(count: number): SimulatedLibrary {
  let segments: SegmentSize[] = [];
  let [nextId, rewritten, mostSegments] = [0, 0, 0];
  for (let n = 0; n < count; n++) {
    segments.push({ id: nextId++, count: 1, deleted: 0 });
    for (let plan = planMerge(segments); plan; plan = planMerge(segments)) {
      const merged = segments.filter(({ id }) => plan!.includes(id));
      const size = merged.reduce((sum, segment) => sum + segment.count, 0);
      segments = [
        ...segments.filter((each) => !merged.includes(each)),
        { id: nextId++, count: size, deleted: 0 },
      ];
      rewritten += size;
    }
    mostSegments = Math.max(mostSegments, segments.length);
  }
  return { segments, rewritten, mostSegments };
}

describe("merging segments", () => {
  it("rewrites less than 5 % of 10,000 episodes for each one added, on average", () => {
    const { rewritten, mostSegments, segments } = addEpisodes(10_000);
    expect(segments.reduce((sum, { count }) => sum + count, 0)).toBe(10_000);
    expect(rewritten / 10_000 / 10_000).toBeLessThan(0.05);
    expect(rewritten / 10_000).toBeLessThan(10);
    expect(mostSegments).toBeLessThanOrEqual(12);
  });

  it("leaves few segments as they are", () => {
    expect(planMerge([])).toBeNull();
    expect(planMerge(Array.from({ length: 12 }, (_, id) => ({ id, count: 1, deleted: 0 })))).toBeNull();
  });

  it("leaves a large segment alone while the others are small", () => {
    const small = Array.from({ length: 12 }, (_, id) => ({ id, count: 1, deleted: 0 }));
    const plan = planMerge([{ id: 99, count: 1000, deleted: 0 }, ...small]);
    expect(plan).toHaveLength(12);
    expect(plan).not.toContain(99);
  });

  it("writes a segment again when a tenth of its episodes is deleted", () => {
    const large = { id: 1, count: 100, deleted: 10 };
    expect(planMerge([large])).toBeNull();
    expect(planMerge([{ ...large, deleted: 11 }])).toEqual([1]);
    expect(planMerge([{ id: 2, count: 1, deleted: 1 }])).toEqual([2]);
  });
});
