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

const talk = (timing: Timing, ...starts: number[]): Transcript => ({
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
const tap = (own: number, here: number) => ({ words: "", own, here });
const starts = ({ paragraphs }: Transcript) => paragraphs.map(({ times }) => times[0]![1]);

describe("a site's clock", () => {
  it("is the transcript's own without taps", () => expect(createSiteClock([])(12.5)).toBe(12.5));
  it("is moved by one tap, and never before the start", () => {
    const clock = createSiteClock([tap(100, 70)]);
    expect([0, 50, 100, 200].map(clock)).toEqual([0, 20, 70, 170]);
  });
  it("runs from one tap to the next, and is moved as at these outside them", () => {
    const clock = createSiteClock([tap(300, 390), tap(100, 100)]);
    expect([50, 100, 200, 300, 400].map(clock)).toEqual([50, 100, 245, 390, 490]);
  });
  it("believes the later of two taps that contradict each other", () => {
    expect(createSiteClock([tap(100, 500), tap(300, 390)])(100)).toBe(190);
    expect(addSyncPoint([tap(100, 500)], tap(300, 390))).toEqual([tap(300, 390)]);
    expect(addSyncPoint([tap(100, 130), tap(50, 60)], tap(100.4, 140))).toEqual([
      tap(50, 60),
      tap(100.4, 140),
    ]);
  });
  it("never goes back", () => {
    const seconds = fc.integer({ min: 0, max: 1000 });
    const taps = fc.array(fc.record({ words: fc.constant(""), own: seconds, here: seconds }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(taps, seconds, seconds, (all, a, b) => {
        const clock = createSiteClock(all);
        expect(clock(Math.min(a, b))).toBeLessThanOrEqual(clock(Math.max(a, b)));
      }),
    );
  });
});

describe("a transcript on a site", () => {
  it("is moved, and no longer exact", () => {
    const own = talk("exact", 0, 60, 120);
    const moved = applySyncPoints(own, [createSyncPoint(own, 1, 90)!]);
    expect([moved.timing, starts(moved)]).toEqual(["aligned", [30, 90, 150]]);
    expect(applySyncPoints(own, [])).toBe(own);
    expect(applySyncPoints(talk("estimated", 0, 60), [tap(0, 5)]).timing).toBe("estimated");
  });
  it("finds the words of a tap again, when its own times have changed", () => {
    const tapped = createSyncPoint(talk("estimated", 0, 60, 120), 1, 90)!;
    expect(starts(applySyncPoints(talk("estimated", 0, 80, 160), [tapped]))).toEqual([10, 90, 170]);
  });
  it("has no clock where it has no times", () => {
    const none: Transcript = {
      ...talk("none"),
      paragraphs: [{ speaker: null, text: "A.", times: [], changes: [] }],
    };
    expect([
      createSyncPoint(none, 0, 5),
      createSyncPoint(none, 9, 5),
      applySyncPoints(none, [tap(1, 2)]),
    ]).toEqual([null, null, none]);
  });
});

test("an estimate lands two seconds early, never before the start", () =>
  expect([
    toSeekSeconds(60, "estimated"),
    toSeekSeconds(1, "estimated"),
    toSeekSeconds(60, "aligned"),
    toSeekSeconds(60, "exact"),
  ]).toEqual([58, 0, 60, 60]));

test("who jumps to an estimated line meets its words", () => {
  for (const timing of ["estimated", "aligned", "exact", "none"] as const)
    expect(toTranscriptSeconds(toSeekSeconds(60, timing), timing)).toBe(60);
});

test.each([
  [9, 0],
  [10, 0],
  [15, 3],
  [20, 5],
  [99, 10],
])("at %d s character %d is said", (seconds, offset) => {
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
])("moved by %d s is written %s", (seconds, written) => expect(formatTimeShift(seconds)).toBe(written));
