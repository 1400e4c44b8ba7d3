import { describe, expect, it, test } from "vitest";
import { extractQuotedParagraphs } from "../../../utils/quote/quote.ts";
import {
  createParagraphRange,
  expandToSentences,
  expandToWords,
  type TextRange,
} from "../../../utils/quote/text-range.ts";
import type { Paragraph } from "../../../utils/transcript/model/transcript.ts";

const paragraph = (text: string, more: Partial<Paragraph> = {}): Paragraph => ({
  speaker: null,
  text,
  times: [],
  changes: [],
  ...more,
});
const TEXTS = ["Well, it's state-of-the-art. We don't care much! Fine", "Second one here. And more."];
const paragraphs = TEXTS.map((text) => paragraph(text));
const range = (a: number, from: number, b: number, to: number): TextRange => ({
  start: { paragraph: a, offset: from },
  end: { paragraph: b, offset: to },
});
const words = (found: TextRange | null, of = paragraphs) =>
  found && extractQuotedParagraphs({ paragraphs: of }, found).map(({ text }) => text);

test.each([
  ["split words are completed", range(0, 7, 0, 30), ["it's state-of-the-art. We"]],
  ["whole words stay the same", range(0, 6, 0, 10), ["it's"]],
  ["spaces at the ends are trimmed", range(0, 5, 0, 11), ["it's"]],
  ["a start at the end of a paragraph moves to the next word", range(0, 53, 1, 3), ["Second"]],
  ["an end at the start of a paragraph moves to the previous word", range(0, 50, 1, 0), ["Fine"]],
  ["a range may span two paragraphs", range(0, 50, 1, 3), ["Fine", "Second"]],
  ["a range of spaces has no words", range(0, 28, 0, 29), null],
])("%s", (_, selected, expected) => {
  expect(words(expandToWords(paragraphs, selected))).toEqual(expected);
});

describe("a range", () => {
  it("expands to words in a script without spaces", () => {
    const chinese = [paragraph("我们今天讨论机器学习")];
    const found = expandToWords(chinese, range(0, 3, 0, 7));
    expect(words(found, chinese)).toEqual(["今天讨论机器"]);
  });
  it("expands to whole sentences", () => {
    expect(words(expandToSentences(paragraphs, range(0, 33, 0, 36)))).toEqual(["We don't care much!"]);
    expect(words(expandToSentences(paragraphs, range(0, 33, 1, 3)))).toEqual([
      "We don't care much! Fine",
      "Second one here.",
    ]);
  });
  it("covers whole paragraphs", () => expect(words(createParagraphRange(paragraphs, 0, 1))).toEqual(TEXTS));
});

describe("the quoted paragraphs of a range", () => {
  const talk = [
    paragraph("One.", { speaker: "A", times: [[0, 10]] }),
    paragraph("Buy this.", { kind: "sponsor", times: [[0, 20]] }),
    paragraph("in lytic two", {
      speaker: "B",
      text: "Enlitic two",
      times: [[0, 30]],
      changes: [{ at: 0, length: 7, heard: "in lytic", step: "names", why: { rule: "edited" } }],
    }),
  ];
  it("omit advertisements, mark the omission, and have heard words and times", () => {
    expect(extractQuotedParagraphs({ paragraphs: talk }, createParagraphRange(talk, 0, 2))).toEqual([
      { speaker: "A", text: "One.", heard: "One.", seconds: 10 },
      { speaker: "B", text: "Enlitic two", heard: "in lytic two", seconds: 30, cut: true },
    ]);
  });
  it("have an advertisement when the range has nothing else", () =>
    expect(words(createParagraphRange(talk, 1), talk)).toEqual(["Buy this."]));
  it("end without a trailing comma", () => {
    const said = [paragraph("I took music, all my life.", { speaker: "A" })];
    expect(words(range(0, 0, 0, 13), said)).toEqual(["I took music"]);
    expect(words(range(0, 0, 0, 26), said)).toEqual(["I took music, all my life."]);
  });
  it("have whole corrections as heard", () =>
    expect(extractQuotedParagraphs({ paragraphs: talk }, range(2, 2, 2, 7))[0]).toMatchObject({
      text: "litic",
      heard: "in lytic",
    }));
});
