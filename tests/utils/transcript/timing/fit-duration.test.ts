import { describe, expect, it } from "vitest";
import type { Chapter, Paragraph, Transcript } from "../../../../utils/transcript/model/transcript.ts";
import { fitDuration } from "../../../../utils/transcript/timing/fit-duration.ts";

const createParagraph = (text: string, others: Partial<Paragraph> = {}): Paragraph => ({
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
const getStarts = ({ paragraphs }: Transcript) => paragraphs.map(({ times }) => times[0]?.[1]);

describe("a transcript without times", () => {
  it("gets a time for each sentence from the duration of the recording", () => {
    const { timing, paragraphs } = fitDuration(
      untimed(createParagraph(TALK.repeat(5).trim()), createParagraph(TALK.repeat(5).trim())),
      600,
    );
    expect(timing).toBe("estimated");
    const starts = paragraphs.flatMap(({ times }) => times.map(([, seconds]) => seconds));
    expect(starts).toHaveLength(10);
    for (const [k, seconds] of starts.entries()) expect(seconds).toBeCloseTo(60 * k, 0);
  });
  it("takes longer for long words, turns and removed fillers, and no time for show notes", () => {
    const times = (...paragraphs: Paragraph[]) =>
      getStarts(fitDuration(untimed(...paragraphs, createParagraph(TALK.repeat(4))), 600));
    const plain = times(createParagraph(TALK), createParagraph(TALK))[1]!;
    const filler = {
      at: 5,
      length: 0,
      heard: " um, you know, I mean,",
      step: "fillers",
      why: { rule: "repeat" },
    } as const;
    expect(times(createParagraph(TALK, { changes: [filler] }), createParagraph(TALK))[1]).toBeGreaterThan(
      plain + 5,
    );
    expect(
      times(
        createParagraph("Incomprehensibilities notwithstanding, internationalization. ".repeat(3)),
        createParagraph(TALK),
      )[1],
    ).toBeGreaterThan(plain);
    expect(times(createParagraph(TALK), createParagraph(TALK, { speaker: "B" }))[1]).toBeGreaterThan(
      plain + 2,
    );
    const [, notes, behind] = times(
      createParagraph(TALK),
      createParagraph(TALK.repeat(9), { kind: "notes" }),
      createParagraph(TALK),
    );
    expect(behind).toBe(plain);
    expect(notes).toBeLessThanOrEqual(plain);
  });
  it("does not end a sentence at a full stop inside a name or number", () => {
    const { paragraphs } = fitDuration(
      untimed(createParagraph("It was 3.5 for Dr. Smith then. Now it is not.")),
      600,
    );
    expect(paragraphs[0]!.times.map(([at]) => at)).toEqual([0, 31]);
  });
  it.each([Number.NaN, Infinity, 0, -5, 30])("stays the same for a duration of %d s", (seconds) => {
    const none = untimed(createParagraph(TALK));
    expect(fitDuration(none, seconds)).toBe(none);
  });
  it("stays the same for a recording too short for its words", () => {
    const long = untimed(createParagraph(TALK.repeat(400)));
    expect(fitDuration(long, 300)).toBe(long);
  });
  it("stays the same when it has no spoken words", () => {
    const silent = untimed(createParagraph("[…]"));
    expect(fitDuration(silent, 600)).toBe(silent);
  });
  it("stays the same when it has exact times", () => {
    const exact = { ...untimed(createParagraph(TALK)), timing: "exact" as const };
    expect(fitDuration(exact, 600)).toBe(exact);
  });
});

describe("a transcript anchored by chapters", () => {
  const chapter = (published: number, paragraph: number): Chapter => ({
    title: "",
    published,
    paragraph,
    offset: 0,
    seconds: published,
    pins: true,
  });
  const pinned: Transcript = {
    ...untimed(...Array.from({ length: 4 }, () => createParagraph(TALK.repeat(4).trim()))),
    timing: "estimated",
    chapters: [chapter(0, 0), chapter(60, 2)],
  };
  it("ends with the recording and keeps its anchors", () => {
    const starts = getStarts(fitDuration(pinned, 140));
    expect(starts[2]).toBe(60);
    expect(starts[3]).toBeCloseTo(100, 0);
  });
  it("stays the same for a duration that cannot be its own", () =>
    expect(fitDuration(pinned, 600)).toBe(pinned));
});
