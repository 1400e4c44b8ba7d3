import { describe, expect, it } from "vitest";
import type { Chapter, Paragraph, Transcript } from "../../../../utils/transcript/model/transcript.ts";
import { fitDuration } from "../../../../utils/transcript/timing/fit-duration.ts";

const said = (text: string, others: Partial<Paragraph> = {}): Paragraph => ({
  speaker: null,
  text,
  times: [],
  changes: [],
  ...others,
});
const untimed = (...paragraphs: Paragraph[]): Transcript => ({
  episode: "x",
  timing: "none",
  language: "en",
  paragraphs,
});
const TALK =
  "One of the things that people ask about is how long it takes to say a sentence like this one here. ";
const startsOf = ({ paragraphs }: Transcript) => paragraphs.map(({ times }) => times[0]?.[1]);

describe("a transcript without times", () => {
  it("gets them from the length of the recording, at every sentence", () => {
    const { timing, paragraphs } = fitDuration(
      untimed(said(TALK.repeat(5).trim()), said(TALK.repeat(5).trim())),
      600,
    );
    expect(timing).toBe("estimated");
    const starts = paragraphs.flatMap(({ times }) => times.map(([, seconds]) => seconds));
    expect(starts).toHaveLength(10);
    for (const [k, seconds] of starts.entries()) expect(seconds).toBeCloseTo(60 * k, 0);
  });
  it("takes longer over long words, at turns, and where fillers were left out; not over show notes", () => {
    const times = (...paragraphs: Paragraph[]) =>
      startsOf(fitDuration(untimed(...paragraphs, said(TALK.repeat(4))), 600));
    const plain = times(said(TALK), said(TALK))[1]!;
    const filler = {
      at: 5,
      length: 0,
      heard: " um, you know, I mean,",
      step: "fillers",
      why: { rule: "repeat" },
    } as const;
    expect(times(said(TALK, { changes: [filler] }), said(TALK))[1]).toBeGreaterThan(plain + 5);
    expect(
      times(said("Incomprehensibilities notwithstanding, internationalization. ".repeat(3)), said(TALK))[1],
    ).toBeGreaterThan(plain);
    expect(times(said(TALK), said(TALK, { speaker: "B" }))[1]).toBeGreaterThan(plain + 2);
    const [, notes, behind] = times(said(TALK), said(TALK.repeat(9), { kind: "notes" }), said(TALK));
    expect(behind).toBe(plain);
    expect(notes).toBeLessThanOrEqual(plain);
  });
  it("keeps a stop inside a name or number from counting as the end of a sentence", () => {
    const { paragraphs } = fitDuration(untimed(said("It was 3.5 for Dr. Smith then. Now it is not.")), 600);
    expect(paragraphs[0]!.times.map(([at]) => at)).toEqual([0, 31]);
  });
  it.each([Number.NaN, Infinity, 0, -5, 30])("has none from %d s", (seconds) => {
    const none = untimed(said(TALK));
    expect(fitDuration(none, seconds)).toBe(none);
  });
  it("has none from a recording in which nobody could say so much", () => {
    const long = untimed(said(TALK.repeat(400)));
    expect(fitDuration(long, 300)).toBe(long);
  });
  it("has none where nothing is said", () => {
    const silent = untimed(said("[…]"));
    expect(fitDuration(silent, 600)).toBe(silent);
  });
  it("keeps times of its own", () => {
    const exact = { ...untimed(said(TALK)), timing: "exact" as const };
    expect(fitDuration(exact, 600)).toBe(exact);
  });
});

describe("a transcript that chapters pin", () => {
  const chapter = (published: number, paragraph: number): Chapter => ({
    title: "",
    published,
    paragraph,
    offset: 0,
    seconds: published,
    pins: true,
  });
  const pinned: Transcript = {
    ...untimed(...Array.from({ length: 4 }, () => said(TALK.repeat(4).trim()))),
    timing: "estimated",
    chapters: [chapter(0, 0), chapter(60, 2)],
  };
  it("ends with the recording, and keeps its pins", () => {
    const starts = startsOf(fitDuration(pinned, 140));
    expect(starts[2]).toBe(60);
    expect(starts[3]).toBeCloseTo(100, 0);
  });
  it("is left alone by a recording that can't be its own", () =>
    expect(fitDuration(pinned, 600)).toBe(pinned));
});
