import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  revertChanges,
  buildTaughtGlossary,
  isVisibleCorrection,
  getContextWords,
  updateCorrections,
  applyCorrections,
  type Correction,
} from "../../../../utils/transcript/model/corrections.ts";
import type { Transcript } from "../../../../utils/transcript/model/transcript.ts";
import { getHeardText } from "../../../../utils/transcript/model/heard-text.ts";
import { tokenizeParagraph, joinTokens } from "../../../../utils/transcript/model/paragraph-tokens.ts";
import { formatErrorReport } from "../../../../utils/quote/error-report.ts";
import { cleaned, named } from "../clean/steps.ts";

const TEXT =
  "We use Pimc here, um, every day. The patient came. I said patient inference to Pimc Labs. " +
  "Bayesian inference is Bayesian inference.";
const names = [named("PyMC"), named("Bayesian")];
const transcript: Transcript = {
  episode: "x",
  timing: "none",
  language: "en",
  paragraphs: cleaned(TEXT, { names }),
};
const shown = ({ paragraphs }: Transcript) => paragraphs.map(({ text }) => text).join(" ");
const rule = (more: Partial<Correction>): Correction => ({
  show: "Show",
  episode: null,
  heard: "Pimc",
  was: "PyMC",
  shown: "Pymc",
  before: "",
  after: "",
  ...more,
});

describe("a reader's corrections", () => {
  it("apply everywhere in the show where the same words were heard and shown", () => {
    const made = applyCorrections(transcript, "Show", [rule({ shown: "Pi MC" })]);
    expect(shown(made)).toContain("We use Pi MC here every day.");
    expect(shown(made)).toContain("to Pi MC Labs.");
    expect(
      made.paragraphs.flatMap(({ changes }) => changes).filter(({ step }) => step === "reader"),
    ).toHaveLength(2);
  });
  it("apply at one place, identified by its context", () => {
    const [paragraph] = transcript.paragraphs;
    const units = tokenizeParagraph(paragraph!);
    const k = units.findIndex(({ text }) => text === "PyMC");
    const made = applyCorrections(transcript, "Show", [
      rule({ episode: "x", shown: "P", ...getContextWords(units, k, k + 1) }),
    ]);
    expect(shown(made)).toContain("We use P here");
    expect(shown(made)).toContain("to PyMC Labs.");
  });
  it("leave words that are shown differently", () => {
    const made = applyCorrections(transcript, "Show", [
      rule({ heard: "patient", was: "Bayesian", shown: "Bayes" }),
    ]);
    expect(shown(made)).toContain("The patient came. I said Bayes inference");
  });
  it("undo one correction", () => {
    const made = applyCorrections(transcript, "Show", [rule({ shown: "Pimc" })]);
    expect(shown(made)).toContain("We use Pimc here");
    expect(made.paragraphs.map(getHeardText)).toEqual(transcript.paragraphs.map(getHeardText));
  });
  it("return the same transcript for another episode", () =>
    expect(applyCorrections(transcript, "Show", [rule({ episode: "y" })])).toBe(transcript));
  it("for one show leave other shows alone", () =>
    expect(applyCorrections(transcript, "Show", [rule({ show: "Other", shown: "Pi MC" })])).toBe(transcript));
  it("for one place are removed without those for other places", () => {
    const here = { episode: "x", heard: "Pimc", shown: "P" };
    const [there, mine] = [
      rule({ ...here, before: "we use", after: "a lot" }),
      rule({ ...here, before: "and", after: "is" }),
    ];
    expect(updateCorrections([there, mine], { ...mine, was: "P" }, null)).toEqual([there]);
  });
  it("replace each other, and are removed to show what was heard", () => {
    const words = { show: "Show", episode: null, heard: "Pimc", was: "PyMC", before: "", after: "" };
    const once = updateCorrections([], words, "Pi MC");
    const twice = updateCorrections(once, { ...words, was: "Pi MC" }, "P");
    expect(twice).toEqual([{ ...words, shown: "P" }]);
    expect(updateCorrections(twice, { ...words, was: "P" }, null)).toEqual([]);
    expect(updateCorrections([], words, null)).toEqual([{ ...words, shown: "Pimc" }]);
  });
  it("for everywhere become a glossary", () => {
    const all = [rule({}), rule({ heard: "pie M C" }), rule({ episode: "x" }), rule({ shown: "Pimc" })];
    expect(buildTaughtGlossary(all)).toEqual({
      topics: {},
      shows: { Show: { topics: [], people: [], terms: [{ name: "Pymc", heard: ["Pimc", "pie M C"] }] } },
    });
  });
});

describe("the transcript as heard", () => {
  it("has all heard words and no Changes", () => {
    const raw = revertChanges(transcript);
    expect(shown(raw)).toContain("We use Pimc here um, every day.");
    expect(raw.paragraphs.flatMap(({ changes }) => changes)).toEqual([]);
  });
});

describe("visible corrections", () => {
  const change = (was: string) => ({ heard: was, step: "names", why: { rule: "edited" } as const });
  it.each([
    ["in lytic", "Enlitic", true],
    ["ofeducational", "of educational", false],
    ["open AI", "OpenAI", false],
    ["um,", "", false],
  ])("%s shown as %s: %s", (was, text, expected) =>
    expect(isVisibleCorrection(change(was), text)).toBe(expected),
  );
});

test("an error report has the words, their place and the evidence", () => {
  const paragraph = transcript.paragraphs[0]!;
  const text = formatErrorReport({
    episode: { id: "x", title: "Title", show: "Show" },
    timing: "exact",
    paragraph: { ...paragraph, times: [[0, 60]] },
    start: 7,
    shown: "PyMC",
    heard: "Pimc",
    why: "Sounds like “PyMC”.",
  });
  expect(text).toMatch(/Episode: Title \(Show, x\)\nTime: 1:00\nShown: PyMC\nHeard: Pimc\nWhy: Sounds like/);
  expect(text).toContain("…We use [PyMC] here");
});

test("joining the tokens of a paragraph restores it", () => {
  const word = fc.constantFrom(
    "Pimc",
    "patient",
    "inference",
    "um,",
    "the the",
    "Bayesian inference.",
    "and",
    "I I've",
  );
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 60 }), (words) => {
      for (const paragraph of cleaned(words.join(" "), { names }))
        expect(joinTokens(paragraph, tokenizeParagraph(paragraph))).toEqual(paragraph);
    }),
    { numRuns: 60 },
  );
});
