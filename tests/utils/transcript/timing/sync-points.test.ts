import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { formatTimeShift } from "../../../../utils/transcript/model/clock-time.ts";
import type { Timing, Transcript } from "../../../../utils/transcript/model/transcript.ts";
import {
  createSiteClock,
  createSyncPoint,
  addSyncPoint,
  applySyncPoints,
} from "../../../../utils/transcript/timing/sync-points.ts";
import {
  toSeekSeconds,
  interpolateOffset,
  toTranscriptSeconds,
} from "../../../../utils/transcript/model/text-position.ts";

const createTalk = (timing: Timing, ...starts: number[]): Transcript => ({
  episode: "x",
  timing,
  language: "en",
  paragraphs: starts.map((start, k) => ({
    speaker: null,
    text: `This is line ${k} of them.`,
    times: [[0, start]],
    changes: [],
  })),
});
const point = (own: number, here: number) => ({ words: "", own, here });
const getStarts = ({ paragraphs }: Transcript) => paragraphs.map(({ times }) => times[0]![1]);

describe("a site's clock", () => {
  it("equals the transcript's without sync points", () => expect(createSiteClock([])(12.5)).toBe(12.5));
  it("is shifted by one sync point, never below zero", () => {
    const clock = createSiteClock([point(100, 70)]);
    expect([0, 50, 100, 200].map(clock)).toEqual([0, 20, 70, 170]);
  });
  it("is linear between two sync points, with their offsets outside", () => {
    const clock = createSiteClock([point(300, 390), point(100, 100)]);
    expect([50, 100, 200, 300, 400].map(clock)).toEqual([50, 100, 245, 390, 490]);
  });
  it("follows the later of two contradictory sync points", () => {
    expect(createSiteClock([point(100, 500), point(300, 390)])(100)).toBe(190);
    expect(addSyncPoint([point(100, 500)], point(300, 390))).toEqual([point(300, 390)]);
    expect(addSyncPoint([point(100, 130), point(50, 60)], point(100.4, 140))).toEqual([
      point(50, 60),
      point(100.4, 140),
    ]);
  });
  it("never descends", () => {
    const seconds = fc.integer({ min: 0, max: 1000 });
    const points = fc.array(fc.record({ words: fc.constant(""), own: seconds, here: seconds }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(points, seconds, seconds, (all, a, b) => {
        const clock = createSiteClock(all);
        expect(clock(Math.min(a, b))).toBeLessThanOrEqual(clock(Math.max(a, b)));
      }),
    );
  });
});

describe("a transcript on a site", () => {
  it("is converted to the site's clock and is no longer exact", () => {
    const own = createTalk("exact", 0, 60, 120);
    const moved = applySyncPoints(own, [createSyncPoint(own, 1, 90)!]);
    expect([moved.timing, getStarts(moved)]).toEqual(["aligned", [30, 90, 150]]);
    expect(applySyncPoints(own, [])).toBe(own);
    expect(applySyncPoints(createTalk("estimated", 0, 60), [point(0, 5)]).timing).toBe("estimated");
  });
  it("finds the paragraph of a sync point after its own times changed", () => {
    const stored = createSyncPoint(createTalk("estimated", 0, 60, 120), 1, 90)!;
    expect(getStarts(applySyncPoints(createTalk("estimated", 0, 80, 160), [stored]))).toEqual([10, 90, 170]);
  });
  it("has no sync points without times", () => {
    const none: Transcript = {
      ...createTalk("none"),
      paragraphs: [{ speaker: null, text: "A.", times: [], changes: [] }],
    };
    expect([
      createSyncPoint(none, 0, 5),
      createSyncPoint(none, 9, 5),
      applySyncPoints(none, [point(1, 2)]),
    ]).toEqual([null, null, none]);
  });
});

test("seeking to an estimated time starts two seconds early, never below zero", () =>
  expect([
    toSeekSeconds(60, "estimated"),
    toSeekSeconds(1, "estimated"),
    toSeekSeconds(60, "aligned"),
    toSeekSeconds(60, "exact"),
  ]).toEqual([58, 0, 60, 60]));

test("seeking to a line marks that line", () => {
  for (const timing of ["estimated", "aligned", "exact", "none"] as const)
    expect(toTranscriptSeconds(toSeekSeconds(60, timing), timing)).toBe(60);
});

test.each([
  [9, 0],
  [10, 0],
  [15, 3],
  [20, 5],
  [99, 10],
])("at %d s character %d is spoken", (seconds, offset) => {
  const times: [number, number][] = [
    [0, 10],
    [5, 20],
  ];
  expect(interpolateOffset({ text: "0123456789", times, speaker: null, changes: [] }, seconds)).toBe(offset);
});

test.each([
  [90, "+1:30"],
  [-5.4, "−0:05"],
  [0, "+0:00"],
])("a shift of %d s is formatted as %s", (seconds, written) =>
  expect(formatTimeShift(seconds)).toBe(written),
);
