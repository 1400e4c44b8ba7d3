import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { getFileText } from "../../../utils/library/build/build-library.ts";
import {
  createSelector,
  findSelectorMatch,
  type TextQuoteSelector,
} from "../../../utils/quote/text-quote-selector.ts";
import { expandToWords, type TextRange } from "../../../utils/quote/text-range.ts";
import { extractQuotedParagraphs } from "../../../utils/quote/quote.ts";
import { revertChanges } from "../../../utils/transcript/model/corrections.ts";
import type { Paragraph, Transcript } from "../../../utils/transcript/model/transcript.ts";
import { loadBuiltLibrary } from "../../built-library.ts";

let transcripts: Transcript[] = [];
beforeAll(() => {
  const files = loadBuiltLibrary();
  const catalog = JSON.parse(getFileText(files, "catalog.json")) as { id: string }[];
  transcripts = catalog.map(({ id }) => JSON.parse(getFileText(files, `${id}.json`)) as Transcript);
});

/** A range of whole words over at most three paragraphs, picked by four fractions. */
function pickRange({ paragraphs }: Transcript, [a, b, from, to]: readonly number[]): TextRange | null {
  const first = Math.floor(a! * paragraphs.length);
  const last = Math.min(paragraphs.length - 1, first + Math.floor(b! * 3));
  const picked = {
    start: { paragraph: first, offset: Math.floor(from! * paragraphs[first]!.text.length) },
    end: { paragraph: last, offset: Math.ceil(to! * paragraphs[last]!.text.length) },
  };
  return expandToWords(paragraphs, picked);
}

const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const shares = fc.tuple(share, share, share, share);
const isSpoken = (text: string) => /[\p{L}\p{N}]/u.test(text);

describe("a selector of any range", () => {
  it("finds exactly that range in the same transcript", () => {
    for (const transcript of transcripts)
      fc.assert(
        fc.property(shares, (where) => {
          const range = pickRange(transcript, where);
          fc.pre(range !== null);
          const selector = createSelector(transcript.paragraphs, range);
          fc.pre(isSpoken(selector.exact));
          expect(findSelectorMatch(transcript.paragraphs, selector)).toEqual({
            range: range,
            method: "words",
          });
        }),
        { numRuns: 60 },
      );
  });

  it("finds the paragraph in the transcript as heard, with other words and sentences", () => {
    for (const transcript of transcripts) {
      const raw = revertChanges(transcript);
      fc.assert(
        fc.property(shares, (where) => {
          const range = pickRange(transcript, where);
          fc.pre(range !== null);
          const selector = createSelector(transcript.paragraphs, range);
          // A frequent word that cleaning removed or inserted has no single place.
          fc.pre((selector.heard ?? selector.exact).split(" ").length >= 4);
          const found = findSelectorMatch(raw.paragraphs, selector);
          expect(found?.method).not.toBe("time");
          expect(found?.range.start.paragraph).toBe(range.start.paragraph);
        }),
        { numRuns: 40 },
      );
    }
  });
});

const paragraph = (text: string, at: number): Paragraph => ({
  speaker: null,
  text,
  times: [[0, at]],
  changes: [],
});
const text = (paragraphs: Paragraph[], found: ReturnType<typeof findSelectorMatch>) =>
  found && extractQuotedParagraphs({ paragraphs }, found.range).map((said) => said.text);

describe("a selector", () => {
  const then = [
    paragraph("We trained a small network on it. Yes.", 10),
    paragraph("We trained it all day. Yes. Then we slept.", 20),
  ];
  const yes = createSelector(then, {
    start: { paragraph: 1, offset: 23 },
    end: { paragraph: 1, offset: 27 },
  });
  it("picks the occurrence whose context matches", () => {
    expect(yes.exact).toBe("Yes.");
    const moved = [paragraph("Hello there.", 0), paragraph("Yes.", 21), ...then];
    expect(findSelectorMatch(moved, yes)?.range.start).toEqual({ paragraph: 3, offset: 23 });
  });
  it("finds the most similar words after an edit", () => {
    const words = "trained a small network on it";
    const old: TextQuoteSelector = { ...yes, exact: words, prefix: "We", suffix: "Yes." };
    const now = [paragraph("Intro.", 0), paragraph("So we trained a smaller net work on it. Yes.", 60)];
    const found = findSelectorMatch(now, old);
    expect(found?.method).toBe("likeness");
    expect(text(now, found)).toEqual(["trained a smaller net work on it"]);
  });
  it("falls back to the time, and to null without one", () => {
    const old: TextQuoteSelector = {
      ...yes,
      exact: "Completely other things",
      heard: "",
      mediaTime: 22,
    };
    const found = findSelectorMatch(then, old);
    expect(found?.method).toBe("time");
    expect(found?.range.start.paragraph).toBe(1);
    expect(findSelectorMatch(then, { ...old, mediaTime: null })).toBeNull();
    expect(findSelectorMatch([], old)).toBeNull();
  });
});
