import { expect, it } from "vitest";
import { draftTranscript } from "../../../utils/sources/draft-transcript.ts";

it("makes paragraphs of cues without changing a word, each with its times", () => {
  const cues = Array.from({ length: 20 }, (_, k) => ({
    text: `the fox number ${k} swims over the river`,
    start: k * 3,
    end: null,
    speaker: null,
    line: 0,
  }));
  const { paragraphs, timing } = draftTranscript("youtube:v", "en", cues);
  expect(timing).toBe("exact");
  expect(paragraphs.length).toBeGreaterThan(1);
  expect(paragraphs.map(({ text }) => text).join(" ")).toBe(cues.map(({ text }) => text).join(" "));
  for (const { text, times } of paragraphs)
    for (const [offset, seconds] of times)
      expect(text.slice(offset)).toMatch(new RegExp(`^the fox number ${seconds / 3} `));
});
