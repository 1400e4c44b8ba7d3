import { join } from "node:path";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { buildLibrary, textOf } from "../../../utils/library/build.ts";
import { anchorOf, findAnchor, type Anchor } from "../../../utils/quote/anchor.ts";
import { wholeWords, type Extent } from "../../../utils/quote/extent.ts";
import { saidIn } from "../../../utils/quote/quote.ts";
import { revertChanges } from "../../../utils/transcript/corrections.ts";
import type { Paragraph, Transcript } from "../../../utils/transcript/model.ts";

let transcripts: Transcript[] = [];
beforeAll(() => {
  const files = buildLibrary(join(import.meta.dirname, "../../../assets/library"));
  const catalog = JSON.parse(textOf(files, "catalog.json")) as { id: string }[];
  transcripts = catalog.map(({ id }) => JSON.parse(textOf(files, `${id}.json`)) as Transcript);
}, 60_000);

/** Any stretch of whole words of a transcript, of up to three paragraphs. */
function stretch({ paragraphs }: Transcript, [a, b, from, to]: readonly number[]): Extent | null {
  const first = Math.floor(a! * paragraphs.length);
  const last = Math.min(paragraphs.length - 1, first + Math.floor(b! * 3));
  const extent = {
    from: { paragraph: first, offset: Math.floor(from! * paragraphs[first]!.text.length) },
    to: { paragraph: last, offset: Math.ceil(to! * paragraphs[last]!.text.length) },
  };
  return wholeWords(paragraphs, extent);
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
          const anchor = anchorOf(transcript.paragraphs, extent);
          fc.pre(isSpoken(anchor.words));
          expect(findAnchor(transcript.paragraphs, anchor)).toEqual({ extent, by: "words" });
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
          const anchor = anchorOf(transcript.paragraphs, extent);
          // One word that stands all over, and was dropped or put in, can be anywhere.
          fc.pre(anchor.heard.split(" ").length >= 4);
          const found = findAnchor(raw.paragraphs, anchor);
          expect(found?.by).not.toBe("time");
          expect(found?.extent.from.paragraph).toBe(extent.from.paragraph);
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
const text = (paragraphs: Paragraph[], found: ReturnType<typeof findAnchor>) =>
  found && saidIn({ paragraphs }, found.extent).map((said) => said.text);

describe("an anchor", () => {
  const then = [
    paragraph("We trained a small network on it. Yes.", 10),
    paragraph("We trained it all day. Yes. Then we slept.", 20),
  ];
  const yes = anchorOf(then, { from: { paragraph: 1, offset: 23 }, to: { paragraph: 1, offset: 27 } });
  it("tells the same words apart by what stands around them", () => {
    expect(yes.words).toBe("Yes.");
    const moved = [paragraph("Hello there.", 0), paragraph("Yes.", 21), ...then];
    expect(findAnchor(moved, yes)?.extent.from).toEqual({ paragraph: 3, offset: 23 });
  });
  it("finds what is nearest when the words have changed", () => {
    const words = "trained a small network on it";
    const old: Anchor = { ...yes, words, heard: words, before: "We", after: "Yes." };
    const now = [paragraph("Intro.", 0), paragraph("So we trained a smaller net work on it. Yes.", 60)];
    const found = findAnchor(now, old);
    expect(found?.by).toBe("likeness");
    expect(text(now, found)).toEqual(["trained a smaller net work on it"]);
  });
  it("goes by the time when the words are gone, and says when nothing is left", () => {
    const old: Anchor = { ...yes, words: "Completely other things", heard: "", seconds: 22 };
    const found = findAnchor(then, old);
    expect(found?.by).toBe("time");
    expect(found?.extent.from.paragraph).toBe(1);
    expect(findAnchor(then, { ...old, seconds: null })).toBeNull();
    expect(findAnchor([], old)).toBeNull();
  });
});
