import { describe, expect, it } from "vitest";
import { parsePanelResponse } from "../../../../utils/sources/youtube/panel-response.ts";
import {
  chapterHeader,
  chapterRow,
  EMPTY_ANSWER,
  panelAnswer,
  panelRow,
} from "../../../pages/panel-answers.ts";

const VIDEO = "aaaaaaaaaaa";
const row = (seconds: number | null, ...texts: string[]) => panelRow({ video: VIDEO, seconds, texts });
const read = (answer: unknown) => parsePanelResponse(answer, VIDEO);
const lines = (answer: unknown) => read(answer).cues.map(({ start, text }) => [start, text]);

describe("the answer of get_panel", () => {
  it("gives cues with their seconds", () => {
    const answer = panelAnswer([
      { rows: [row(0, "welcome to the show"), row(4, "today we talk about foxes")] },
    ]);
    expect(read(answer)).toEqual({
      cues: [
        { text: "welcome to the show", start: 0, end: null, speaker: null, line: 0 },
        { text: "today we talk about foxes", start: 4, end: null, speaker: null, line: 0 },
      ],
      chapters: [],
      hasContent: true,
      isOtherVideo: false,
    });
  });

  it("is read in all of its sections, which are the chapters", () => {
    const answer = panelAnswer([
      { header: chapterHeader("Intro", 0), rows: [row(0, "hello")] },
      { header: chapterHeader("Foxes", 1), rows: [row(60, "a fox"), row(65, "swims")] },
    ]);
    expect(lines(answer)).toEqual([
      [0, "hello"],
      [60, "a fox"],
      [65, "swims"],
    ]);
    expect(read(answer).chapters).toEqual([
      [0, "Intro"],
      [60, "Foxes"],
    ]);
  });

  it("can have chapters among its rows", () => {
    const answer = panelAnswer([
      {
        rows: [
          chapterRow(VIDEO, 0, "Intro"),
          row(0, "hello"),
          chapterRow(VIDEO, 58, "Foxes"),
          row(60, "a fox"),
        ],
      },
    ]);
    expect(lines(answer)).toEqual([
      [0, "hello"],
      [60, "a fox"],
    ]);
    expect(read(answer).chapters).toEqual([
      [0, "Intro"],
      [58, "Foxes"],
    ]);
  });

  it("joins the items of one row, in either form of text", () => {
    const runs = { runs: [{ text: "and it " }, { text: "swims" }] };
    const answer = panelAnswer([
      { rows: [panelRow({ video: VIDEO, seconds: 3, texts: ["the fox\nis small", runs] })] },
    ]);
    expect(lines(answer)).toEqual([[3, "the fox is small and it swims"]]);
  });

  it("gives the printed time where the seconds are null", () => {
    const answer = panelAnswer([
      { rows: [panelRow({ video: VIDEO, seconds: null, timestamp: "1:02:03", texts: ["late"] })] },
    ]);
    expect(lines(answer)).toEqual([[3723, "late"]]);
  });

  it("drops rows of another video", () => {
    const other = panelRow({ video: "bbbbbbbbbbb", seconds: 1, texts: ["stale"] });
    expect(read(panelAnswer([{ rows: [other] }]))).toMatchObject({ cues: [], isOtherVideo: true });
    expect(lines(panelAnswer([{ rows: [other, row(2, "fresh")] }]))).toEqual([[2, "fresh"]]);
  });

  it("tells a video without captions from an answer without rows", () => {
    expect(read(EMPTY_ANSWER)).toMatchObject({ cues: [], hasContent: false });
    expect(read(panelAnswer([{ rows: [] }]))).toMatchObject({ cues: [], hasContent: true });
  });

  it("can be long, and written from right to left", () => {
    const rows = Array.from({ length: 2064 }, (_, k) => row(k * 3, `שורה ${k}`));
    const { cues } = read(panelAnswer([{ rows }]));
    expect(cues).toHaveLength(2064);
    expect(cues.at(-1)).toMatchObject({ text: "שורה 2063", start: 6189 });
  });

  it.each([null, "x", [], { content: 1 }, { content: { macroMarkersPanelItemViewModel: { item: [] } } }])(
    "can be anything: %j",
    (answer) => expect(read(answer).cues).toEqual([]),
  );
});
