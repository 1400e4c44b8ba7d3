import { describe, expect, it, test } from "vitest";
import {
  formatTime,
  parseTime,
  formatSpokenTime,
  formatTimestamp,
  type TimeUnit,
} from "../../../../utils/transcript/model/clock-time.ts";
import type { Paragraph, TimeMark, Transcript } from "../../../../utils/transcript/model/transcript.ts";
import { parseTranscript } from "../../../../utils/transcript/parse/parse-transcript.ts";
import { serializeTranscript } from "../../../../utils/transcript/model/serialize-transcript.ts";
import {
  findLineOffsets,
  findParagraphIndex,
  interpolateSeconds,
} from "../../../../utils/transcript/model/text-position.ts";

const paragraph = (text: string, times: TimeMark[], speaker: string | null = null): Paragraph => ({
  text,
  times,
  speaker,
  changes: [],
});
const TALK = [
  paragraph("0123456789", [
    [0, 10],
    [5, 20],
  ]),
  paragraph("abcd", [[0, 30]]),
  paragraph("efgh", [[0, 40]]),
];

test.each([
  [0, "0:00", "0 seconds"],
  [59.9, "0:59", "59 seconds"],
  [61, "1:01", "1 minute 1 second"],
  [3725, "1:02:05", "1 hour 2 minutes 5 seconds"],
  [36000, "10:00:00", "10 hours"],
  [36001, "10:00:01", "10 hours 1 second"],
])("%d s is %s, said %s", (seconds, written, said) => {
  const say = (unit: TimeUnit, count: number) => `${count} ${count === 1 ? unit.slice(0, -1) : unit}`;
  expect([formatTime(seconds), formatSpokenTime(seconds, say)]).toEqual([written, said]);
  expect(formatTime(seconds, true)).toBe(`~${written}`);
});

test.each([
  ["1:02:03.5", 3723.5],
  ["02:03", 123],
  ["12", 12],
  ["0,860", 0.86],
  ["100:00:01", 360001],
  ["", null],
  ["1:2:3:4:5", null],
  ["later", null],
])("%s is %s s", (text, seconds) => expect(parseTime(text)).toBe(seconds));

test("timestamps have milliseconds", () => {
  expect(formatTimestamp(3723.5, ",")).toBe("01:02:03,500");
  expect(formatTimestamp(0.9996, ".")).toBe("00:00:01.000");
});

describe("interpolated times", () => {
  it.each([
    [0, 0, 10],
    [0, 5, 20],
    [0, 2, 14],
    [1, 0, 30],
    [1, 2, 34],
  ])("paragraph %d, character %d is at %d s", (p, offset, seconds) =>
    expect(interpolateSeconds(TALK, { paragraph: p, offset })).toBeCloseTo(seconds, 5),
  );
  it("continue after the last known time", () =>
    expect(interpolateSeconds(TALK, { paragraph: 2, offset: 3 })).toBeCloseTo(40.2, 5));
  it("are null without known times", () =>
    expect(interpolateSeconds([paragraph("a", [])], { paragraph: 0, offset: 0 })).toBeNull());
  it.each([
    [9, -1],
    [10, 0],
    [29.9, 0],
    [30, 1],
    [1000, 2],
  ])("at %d s paragraph %d is spoken", (seconds, index) =>
    expect(findParagraphIndex(TALK, seconds)).toBe(index),
  );
  it.each([
    [9, "One two."],
    [12, "One two."],
    [20, "Three four."],
    [99, "Three four."],
  ])("at %d s the sentence “%s” is", (seconds, said) => {
    const times: TimeMark[] = [
      [0, 10],
      [9, 20],
    ];
    const two = paragraph("One two. Three four.", times);
    expect(two.text.slice(...findLineOffsets(two, seconds))).toBe(said);
  });
  it("is the range between two known times in text without punctuation", () => {
    const times: TimeMark[] = [
      [0, 10],
      [250, 20],
    ];
    const long = paragraph("word ".repeat(100), times);
    expect([findLineOffsets(long, 12), findLineOffsets(long, 30)]).toEqual([
      [0, 250],
      [250, 500],
    ]);
  });
  it("is null without times", () => expect(findParagraphIndex([paragraph("a", [])], 5)).toBe(-1));
});

describe("serializing", () => {
  const transcript: Transcript = {
    episode: "x",
    timing: "exact",
    language: "en",
    paragraphs: [
      paragraph("One <two> & three.", [[0, 1.5]], "Ann Lee"),
      paragraph("Four.", [[0, 4]], "Bob"),
      paragraph("Five.", [[0, 6]], "Bob"),
    ],
  };
  it.each(["srt", "vtt"] as const)("%s parses back to the same", (form) => {
    const { cues, problems } = parseTranscript(serializeTranscript(transcript, form));
    expect(problems).toEqual([]);
    const said = cues.map(({ text, start, speaker }) => [speaker, text, start]);
    if (form === "vtt")
      expect(said).toEqual([
        ["Ann Lee", "One <two> & three.", 1.5],
        ["Bob", "Four.", 4],
        ["Bob", "Five.", 6],
      ]);
    else expect(said.map(([, , start]) => start)).toEqual([1.5, 4, 6]);
  });
  it("markdown marks approximate times", () => {
    expect(serializeTranscript({ ...transcript, timing: "estimated" }, "markdown").split("\n")[0]).toBe(
      "**about 0:01 · Ann Lee** One <two> & three.",
    );
  });
  it("leaves out paragraphs without times in captions", () => {
    const none = { ...transcript, timing: "none" as const, paragraphs: [paragraph("One.", [])] };
    expect(serializeTranscript(none, "srt")).toBe("");
    expect(serializeTranscript(none, "text")).toBe("One.\n");
  });
});
