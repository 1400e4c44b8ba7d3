import { describe, expect, it, test } from "vitest";
import type { Paragraph, Transcript } from "../../../../utils/transcript/model/transcript.ts";
import { applyTimeSources } from "../../../../utils/transcript/timing/apply-time-sources.ts";
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

test("chapters are parsed line by line among other notes", () =>
  expect(parseChapters(["About the show.\n0:00 Hello\nhttps://example.org\n1:00 World", "2:00 End"])).toEqual(
    [
      [0, "Hello"],
      [60, "World"],
      [120, "End"],
    ],
  ));

const TOPICS = ["gardening", "astronomy", "baking", "sailing", "chess"];
/** One speaker asks about a topic, another one answers for about a minute; five times. */
const createTalk = (): Paragraph[] =>
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
const createUntimed = (): Transcript => ({
  episode: "x",
  timing: "none",
  language: "en",
  paragraphs: createTalk(),
});
const PUBLISHED: [number, string][] = [
  [0, "Intro"],
  [62, "Astronomy for beginners"],
  [135, "On baking"],
  [228, "Sailing"],
  [337, "Chess and its players"],
];
const getStarts = ({ paragraphs }: Transcript) => paragraphs.map(({ times }) => times[0]?.[1]);

describe("published chapters", () => {
  it("anchor an untimed transcript where their topics start", () => {
    const timed = applyTimeSources(createUntimed(), { chapters: PUBLISHED });
    expect(timed.timing).toBe("estimated");
    expect(timed.chapters!.map(({ paragraph, pins, note }) => [paragraph, pins, note])).toEqual(
      [0, 2, 4, 6, 8].map((paragraph) => [paragraph, true, undefined]),
    );
    expect([2, 4, 6, 8].map((paragraph) => getStarts(timed)[paragraph])).toEqual([62, 135, 228, 337]);
  });
  it("keep their anchors when the duration sets the end", () => {
    const { timing, chapters, paragraphs } = applyTimeSources(createUntimed(), {
      chapters: PUBLISHED,
      durationSeconds: 480,
    });
    expect([timing, chapters!.length]).toEqual(["estimated", 5]);
    expect([2, 4, 6, 8].map((paragraph) => paragraphs[paragraph]!.times[0]![1])).toEqual([62, 135, 228, 337]);
    const last = paragraphs.at(-1)!.times.at(-1)![1];
    expect(last).toBeGreaterThan(470);
    expect(last).toBeLessThan(480);
  });
  it("have a note and no anchor when they contradict the order", () => {
    const { chapters } = applyTimeSources(createUntimed(), {
      chapters: [...PUBLISHED.slice(0, 4), [90, "Chess and its players"]],
    });
    expect(chapters!.at(-1)).toMatchObject({
      paragraph: null,
      note: "out-of-order",
    });
    expect(chapters![3]).toMatchObject({ paragraph: 6, pins: true });
  });
  it("have a note and no anchor when they are far from any speech", () => {
    const { chapters } = applyTimeSources(createUntimed(), { chapters: [...PUBLISHED, [4000, "Thanks"]] });
    expect(chapters!.at(-1)).toMatchObject({
      paragraph: null,
      note: "not-found",
    });
    expect(chapters!.slice(0, 5).every(({ pins }) => pins)).toBe(true);
  });
  it("leave exact times alone and have a note where they differ", () => {
    const exact: Transcript = {
      ...createUntimed(),
      timing: "exact",
      paragraphs: createTalk().map((paragraph, k) => ({ ...paragraph, times: [[0, k * 40]] })),
    };
    const timed = applyTimeSources(exact, { chapters: PUBLISHED });
    expect([timed.timing, getStarts(timed)]).toEqual(["exact", getStarts(exact)]);
    expect(timed.chapters![1]).toMatchObject({ paragraph: 2, seconds: 80, published: 62 });
    expect(timed.chapters![1]).not.toHaveProperty("note");
    expect(timed.chapters![4]).toMatchObject({ seconds: 320, paragraph: 8 });
    expect(timed.chapters![2]).toMatchObject({ seconds: 160, note: "off" });
  });
  it("anchor nothing when there is only one", () => {
    const { timing, chapters } = applyTimeSources(createUntimed(), {
      chapters: [[62, "Astronomy for beginners"]],
    });
    expect(timing).toBe("none");
    expect(chapters![0]).not.toHaveProperty("pins");
  });
  it("change nothing when there are none", () => {
    const untimed = createUntimed();
    expect(applyTimeSources(untimed, { chapters: [] })).toEqual(untimed);
  });
});
