import { join } from "node:path";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { buildLibrary, getFileText } from "../../../utils/library/build-library.ts";
import {
  createSelector,
  findSelectorMatch,
  type TextQuoteSelector,
} from "../../../utils/quote/text-quote-selector.ts";
import { expandToWords, type TextRange } from "../../../utils/quote/text-range.ts";
import { extractQuotedParagraphs } from "../../../utils/quote/quote.ts";
import { revertChanges } from "../../../utils/transcript/model/corrections.ts";
import type { Paragraph, Transcript } from "../../../utils/transcript/model/transcript.ts";

let transcripts: Transcript[] = [];
beforeAll(() => {
  const files = buildLibrary(join(import.meta.dirname, "../../../assets/library"));
  const catalog = JSON.parse(getFileText(files, "catalog.json")) as { id: string }[];
  transcripts = catalog.map(({ id }) => JSON.parse(getFileText(files, `${id}.json`)) as Transcript);
}, 60_000);

/** Any stretch of whole words of a transcript, of up to three paragraphs. */
function stretch({ paragraphs }: Transcript, [a, b, from, to]: readonly number[]): TextRange | null {
  const first = Math.floor(a! * paragraphs.length);
  const last = Math.min(paragraphs.length - 1, first + Math.floor(b! * 3));
  const extent = {
    start: { paragraph: first, offset: Math.floor(from! * paragraphs[first]!.text.length) },
    end: { paragraph: last, offset: Math.ceil(to! * paragraphs[last]!.text.length) },
  };
  return expandToWords(paragraphs, extent);
}

const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const shares = fc.tuple(share, share, share, share);
const isSpoken = (text: string) => /[\p{L}\p{N}]/u.test(text);

describe("a quote's words", () => {
  it("are found again in their own transcript, just there, wherever they stand", () => {
    for (const transcript of transcripts)
      fc.assert(
        fc.property(shares, (where) => {
          const extent = stretch(transcript, where);
          fc.pre(extent !== null);
          const anchor = createSelector(transcript.paragraphs, extent);
          fc.pre(isSpoken(anchor.words));
          expect(findSelectorMatch(transcript.paragraphs, anchor)).toEqual({
            range: extent,
            method: "words",
          });
        }),
        { numRuns: 60 },
      );
  });

  it("are found in the transcript as heard, which is cut otherwise and has other words", () => {
    for (const transcript of transcripts) {
      const raw = revertChanges(transcript);
      fc.assert(
        fc.property(shares, (where) => {
          const extent = stretch(transcript, where);
          fc.pre(extent !== null);
          const anchor = createSelector(transcript.paragraphs, extent);
          // One word that stands all over, and was dropped or put in, can be anywhere.
          fc.pre(anchor.heard.split(" ").length >= 4);
          const found = findSelectorMatch(raw.paragraphs, anchor);
          expect(found?.method).not.toBe("time");
          expect(found?.range.start.paragraph).toBe(extent.start.paragraph);
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

describe("an anchor", () => {
  const then = [
    paragraph("We trained a small network on it. Yes.", 10),
    paragraph("We trained it all day. Yes. Then we slept.", 20),
  ];
  const yes = createSelector(then, {
    start: { paragraph: 1, offset: 23 },
    end: { paragraph: 1, offset: 27 },
  });
  it("tells the same words apart by what stands around them", () => {
    expect(yes.words).toBe("Yes.");
    const moved = [paragraph("Hello there.", 0), paragraph("Yes.", 21), ...then];
    expect(findSelectorMatch(moved, yes)?.range.start).toEqual({ paragraph: 3, offset: 23 });
  });
  it("finds what is nearest when the words have changed", () => {
    const words = "trained a small network on it";
    const old: TextQuoteSelector = { ...yes, words, heard: words, before: "We", after: "Yes." };
    const now = [paragraph("Intro.", 0), paragraph("So we trained a smaller net work on it. Yes.", 60)];
    const found = findSelectorMatch(now, old);
    expect(found?.method).toBe("likeness");
    expect(text(now, found)).toEqual(["trained a smaller net work on it"]);
  });
  it("goes by the time when the words are gone, and says when nothing is left", () => {
    const old: TextQuoteSelector = { ...yes, words: "Completely other things", heard: "", seconds: 22 };
    const found = findSelectorMatch(then, old);
    expect(found?.method).toBe("time");
    expect(found?.range.start.paragraph).toBe(1);
    expect(findSelectorMatch(then, { ...old, seconds: null })).toBeNull();
    expect(findSelectorMatch([], old)).toBeNull();
  });
});
