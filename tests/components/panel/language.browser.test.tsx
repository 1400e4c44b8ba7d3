import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import type { Transcript } from "../../../utils/transcript/model/transcript.ts";
import { mountTranscript, readHighlight } from "./mount-panel.tsx";

let page: AbortController;
beforeEach(() => {
  page = new AbortController();
});
afterEach(() => page.abort());

const createTranscript = (language: string, text: string): Transcript => ({
  episode: "show-001",
  timing: "exact",
  language,
  paragraphs: Array.from({ length: 40 }, (_, i) => ({
    speaker: i % 2 ? null : "A",
    text,
    times: [[0, i * 20]],
    changes: [],
  })),
});

describe("a transcript", () => {
  it.each([
    ["ar", "مرحبا بكم في هذا الحديث. نتكلم اليوم عن التعلم العميق.", "right", "التعلم"],
    ["ja", "今日は深層学習についてお話しします。よろしくお願いします。", "left", "深層学習"],
  ])(
    "in %s is aligned to the side of its script, and can be searched",
    async (language, text, side, query) => {
      const panel = await mountTranscript(createTranscript(language, text), page.signal);
      const getLeft = (selector: string) =>
        panel.find(`[data-index="4"] ${selector}`)!.getBoundingClientRect().left;
      expect(getLeft(".time") > getLeft(".text") ? "right" : "left").toBe(side);
      await userEvent.click(panel.find(".find input")!);
      await userEvent.fill(panel.find(".find input")!, query);
      await expect.poll(() => panel.readTexts(".count")).toEqual(["1 of 40"]);
      await expect.poll(() => readHighlight("earmark-hit")).toEqual([query]);
    },
  );
});
