import { expect, it } from "vitest";
import {
  findHeadingIndex,
  buildChapterHeadings,
} from "../../../../components/panel/chapters/chapter-headings.ts";
import type { Transcript } from "../../../../utils/transcript/model/transcript.ts";

const transcript: Transcript = {
  episode: "x",
  timing: "exact",
  language: "en",
  paragraphs: [0, 1, 2, 3].map((k) => ({
    speaker: null,
    text: "0123456789",
    times: [[0, k * 10]],
    changes: [],
  })),
  chapters: [
    { title: "Late", published: 30, paragraph: 2, offset: 8, seconds: 28 },
    { title: "First", published: 0, paragraph: 0, offset: 0, seconds: 0 },
    { title: "Nowhere", published: 99, paragraph: null, offset: 0, seconds: null, note: "not-found" },
    { title: "Early", published: 12, paragraph: 1, offset: 3, seconds: 13 },
  ],
};

it("chapters stand above the paragraph with which they begin, or the next one, in order", () => {
  const headings = buildChapterHeadings(transcript);
  expect(headings.map(({ title, paragraph, seconds }) => [title, paragraph, Math.round(seconds!)])).toEqual([
    ["First", 0, 0],
    ["Early", 1, 13],
    ["Late", 3, 27],
  ]);
  expect([-1, 0, 1, 2, 3].map((paragraph) => findHeadingIndex(headings, paragraph))).toEqual([
    -1, 0, 1, 1, 2,
  ]);
});
it("there are none without chapters", () => {
  const { chapters: _, ...bare } = transcript;
  expect(buildChapterHeadings(bare)).toEqual([]);
});
