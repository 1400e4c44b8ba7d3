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
const extent = (a: number, from: number, b: number, to: number): TextRange => ({
  start: { paragraph: a, offset: from },
  end: { paragraph: b, offset: to },
});
const words = (found: TextRange | null, of = paragraphs) =>
  found && extractQuotedParagraphs({ paragraphs: of }, found).map(({ text }) => text);

test.each([
  ["cut words are made whole", extent(0, 7, 0, 30), ["it's state-of-the-art. We"]],
  ["whole ones stay as they are", extent(0, 6, 0, 10), ["it's"]],
  ["spaces at the ends go", extent(0, 5, 0, 11), ["it's"]],
  ["the end of a paragraph is no word", extent(0, 53, 1, 3), ["Second"]],
  ["nor is the beginning of one", extent(0, 50, 1, 0), ["Fine"]],
  ["over two paragraphs", extent(0, 50, 1, 3), ["Fine", "Second"]],
  ["nothing but spaces is nothing", extent(0, 28, 0, 29), null],
])("%s", (_, selected, expected) => {
  expect(words(expandToWords(paragraphs, selected))).toEqual(expected);
});

describe("an extent", () => {
  it("finds words where no spaces are", () => {
    const chinese = [paragraph("我们今天讨论机器学习")];
    const found = expandToWords(chinese, extent(0, 3, 0, 7));
    expect(words(found, chinese)).toEqual(["今天讨论机器"]);
  });
  it("grows to whole sentences", () => {
    expect(words(expandToSentences(paragraphs, extent(0, 33, 0, 36)))).toEqual(["We don't care much!"]);
    expect(words(expandToSentences(paragraphs, extent(0, 33, 1, 3)))).toEqual([
      "We don't care much! Fine",
      "Second one here.",
    ]);
  });
  it("covers whole paragraphs", () => expect(words(createParagraphRange(paragraphs, 0, 1))).toEqual(TEXTS));
});

describe("what is said in an extent", () => {
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
  it("leaves adverts out between the talk, and says so; has what was heard and when", () => {
    expect(extractQuotedParagraphs({ paragraphs: talk }, createParagraphRange(talk, 0, 2))).toEqual([
      { speaker: "A", text: "One.", heard: "One.", seconds: 10 },
      { speaker: "B", text: "Enlitic two", heard: "in lytic two", seconds: 30, cut: true },
    ]);
  });
  it("is an advert where that is all there is", () =>
    expect(words(createParagraphRange(talk, 1), talk)).toEqual(["Buy this."]));
  it("ends without the comma that leads on to what is not quoted", () => {
    const said = [paragraph("I took music, all my life.", { speaker: "A" })];
    expect(words(extent(0, 0, 0, 13), said)).toEqual(["I took music"]);
    expect(words(extent(0, 0, 0, 26), said)).toEqual(["I took music, all my life."]);
  });
  it("has whole corrections and half sentences", () =>
    expect(extractQuotedParagraphs({ paragraphs: talk }, extent(2, 2, 2, 7))[0]).toMatchObject({
      text: "litic",
      heard: "in lytic",
    }));
});
