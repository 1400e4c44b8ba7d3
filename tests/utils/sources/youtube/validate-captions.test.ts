import { expect, it } from "vitest";
import type { AcquiredCaptions } from "../../../../utils/sources/youtube/load-captions.ts";
import { validateCaptions } from "../../../../utils/sources/youtube/validate-captions.ts";

const CAPTIONS: AcquiredCaptions = {
  cues: [
    {
      text: "the fox",
      start: 0,
      end: 2,
      speaker: null,
      line: 0,
      words: [
        [0, 0],
        [4, 1],
      ],
    },
    { text: "is small", start: 2, end: null, speaker: null, line: 0 },
  ],
  facts: {
    id: "aaaaaaaaaaa",
    title: "Foxes",
    channel: "Animals",
    description: "About foxes",
    durationSeconds: 900,
    published: "2026-05-04",
    chapters: [[0, "Intro"]],
  },
  track: { language: "en-GB", kind: "manual" },
  route: "panel-request",
};

it("passes captions as they are", () => expect(validateCaptions(CAPTIONS, "aaaaaaaaaaa")).toEqual(CAPTIONS));

it.each([
  ["those of another video", { ...CAPTIONS, facts: { ...CAPTIONS.facts, id: "bbbbbbbbbbb" } }],
  ["none at all", { ...CAPTIONS, cues: [] }],
  ["those of an unknown route", { ...CAPTIONS, route: "elsewhere" }],
  ["those of no language", { ...CAPTIONS, track: { language: "<b>", kind: null } }],
  ["a text", "captions"],
  ["nothing", null],
])("refuses %s", (_, value) => expect(validateCaptions(value, "aaaaaaaaaaa")).toBeNull());

it("cuts what is too long and drops what is no time", () => {
  const cues = [
    {
      text: "x".repeat(5000),
      start: -1,
      end: Number.NaN,
      speaker: "Eve",
      line: 7,
      words: [
        [9e9, 1],
        ["a", 2],
      ],
    },
    { text: 5 },
    ...Array.from({ length: 60_000 }, () => ({ text: "y", start: 1 })),
  ];
  const facts = { ...CAPTIONS.facts, title: "t".repeat(900), published: "yesterday", durationSeconds: -3 };
  const valid = validateCaptions({ ...CAPTIONS, cues, facts }, "aaaaaaaaaaa")!;
  expect(valid.cues[0]).toEqual({ text: "x".repeat(1000), start: null, end: null, speaker: null, line: 0 });
  expect(valid.cues.length).toBeLessThanOrEqual(50_000);
  expect(valid.facts).toMatchObject({ published: null, durationSeconds: null });
  expect(valid.facts.title).toHaveLength(300);
});
