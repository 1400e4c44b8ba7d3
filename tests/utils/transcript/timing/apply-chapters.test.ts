import { describe, expect, it, test } from "vitest";
import type { Paragraph, Transcript } from "../../../../utils/transcript/model/transcript.ts";
import { applyChapters } from "../../../../utils/transcript/timing/chapters/apply-chapters.ts";
import { parseChapters } from "../../../../utils/transcript/timing/chapters/parse-chapters.ts";

test.each([
  ["14:40 Engaging with large models meaningfully", 880, "Engaging with large models meaningfully"],
  ["1:07:43 - The importance of executive buy-in", 4063, "The importance of executive buy-in"],
  ["(00:03:05) – Introduction", 185, "Introduction"],
  ["• [2:57] Exploring Bayesian deep learning", 177, "Exploring Bayesian deep learning"],
  ["0:00 | Intro", 0, "Intro"],
  ["3. 12:30 Third thing", 750, "Third thing"],
  ["12:30 - 15:00 A range", 750, "A range"],
  ["Prompt engineering (26:38)", 1598, "Prompt engineering"],
  ["Prompt engineering – 26:38", 1598, "Prompt engineering"],
])("%s is a chapter", (line, seconds, title) => expect(parseChapters([line])).toEqual([[seconds, title]]));

test.each([
  ["See you at 14:40 in the hall, where we will talk about it."],
  ["12:30"],
  ["12:30 --"],
  [
    "Matthew 5:3 says what it says, and so on and on, for very much longer than any chapter of a podcast would be called by anyone at all.",
  ],
  ["No time"],
])("%s is none", (line) => expect(parseChapters([line])).toEqual([]));

test("chapters are found line by line, whatever else the notes hold", () =>
  expect(parseChapters(["About the show.\n0:00 Hello\nhttps://example.org\n1:00 World", "2:00 End"])).toEqual(
    [
      [0, "Hello"],
      [60, "World"],
      [120, "End"],
    ],
  ));

const TOPICS = ["gardening", "astronomy", "baking", "sailing", "chess"];
/** A talk in which somebody asks about a topic, and somebody else speaks of it for a minute or so. */
const talk = (): Paragraph[] =>
  TOPICS.flatMap((topic, k): Paragraph[] => [
    {
      speaker: "Ann",
      text: `Now I was curious about another thing, what do you think of ${topic}?`,
      times: [],
      changes: [],
    },
    {
      speaker: "Bob",
      text: `Well, ${topic} is what I like most of all these days, and I do it with my friends. `
        .concat(
          "We go out and see what there is, we come back and talk about what was seen. ".repeat(10 + 3 * k),
        )
        .trim(),
      times: [],
      changes: [],
    },
  ]);
const untimed = (): Transcript => ({ episode: "x", timing: "none", language: "en", paragraphs: talk() });
const PUBLISHED: [number, string][] = [
  [0, "Intro"],
  [62, "Astronomy for beginners"],
  [135, "On baking"],
  [228, "Sailing"],
  [337, "Chess and its players"],
];

describe("chapters", () => {
  it("pin an untimed text where the talk turns to their topics", () => {
    const { timing, chapters, paragraphs } = applyChapters(untimed(), PUBLISHED);
    expect(timing).toBe("estimated");
    expect(chapters!.map(({ paragraph, pins, note }) => [paragraph, pins, note])).toEqual(
      [0, 2, 4, 6, 8].map((paragraph) => [paragraph, true, undefined]),
    );
    expect([2, 4, 6, 8].map((paragraph) => paragraphs[paragraph]!.times[0]![1])).toEqual([62, 135, 228, 337]);
  });
  it("that contradict the order pin nothing, and say so", () => {
    const { chapters } = applyChapters(untimed(), [...PUBLISHED.slice(0, 4), [90, "Chess and its players"]]);
    expect(chapters!.at(-1)).toMatchObject({
      paragraph: null,
      note: "out-of-order",
    });
    expect(chapters![3]).toMatchObject({ paragraph: 6, pins: true });
  });
  it("far from any talk pin nothing, and say so", () => {
    const { chapters } = applyChapters(untimed(), [...PUBLISHED, [4000, "Thanks"]]);
    expect(chapters!.at(-1)).toMatchObject({
      paragraph: null,
      note: "not-found",
    });
    expect(chapters!.slice(0, 5).every(({ pins }) => pins)).toBe(true);
  });
  it("don't move a text that has times of its own, and say where they are off", () => {
    const exact: Transcript = {
      ...untimed(),
      timing: "exact",
      paragraphs: talk().map((paragraph, k) => ({ ...paragraph, times: [[0, k * 40]] })),
    };
    const { timing, paragraphs, chapters } = applyChapters(exact, PUBLISHED);
    expect([timing, paragraphs]).toEqual(["exact", exact.paragraphs]);
    expect(chapters![1]).toMatchObject({ paragraph: 2, seconds: 80, published: 62 });
    expect(chapters![1]).not.toHaveProperty("note");
    expect(chapters![4]).toMatchObject({ seconds: 320, paragraph: 8 });
    expect(chapters![2]).toMatchObject({ seconds: 160, note: "off" });
  });
  it("of one place alone pin nothing", () => {
    const { timing, chapters } = applyChapters(untimed(), [[62, "Astronomy for beginners"]]);
    expect(timing).toBe("none");
    expect(chapters![0]).not.toHaveProperty("pins");
  });
  it("are none where there are none", () => {
    const transcript = untimed();
    expect(applyChapters(transcript, [])).toBe(transcript);
  });
});
