import { describe, expect, it } from "vitest";
import { createQuote, createQuoteLink, type QuoteRequest } from "../../../utils/quote/create-quote.ts";
import { createSavedQuote } from "../../../utils/quote/saved/create-saved-quote.ts";
import { createParagraphRange } from "../../../utils/quote/text-range.ts";
import { getSiteId } from "../../../utils/sites/sites.ts";
import type { Transcript } from "../../../utils/transcript/model/transcript.ts";
import { applySyncPoints, createSyncPoint } from "../../../utils/transcript/timing/sync-points.ts";

const YOUTUBE = {
  site: getSiteId(new URL("https://www.youtube.com/")),
  url: "https://www.youtube.com/watch?v=J6XcP4JOHmk",
};
const PAGE = {
  site: getSiteId(new URL("https://lexfridman.com/")),
  url: "https://lexfridman.com/jeremy-howard/",
};
const ORIGINAL: Transcript = {
  episode: "x",
  timing: "exact",
  language: "en",
  paragraphs: [100, 200].map((start, k) => ({
    speaker: "Jeremy Howard",
    text: `This is line ${k} of them.`,
    times: [[0, start]],
    changes: [],
  })),
};
const POINT = createSyncPoint(ORIGINAL, 0, 130)!;
const QUOTED = {
  title: "A talk",
  show: "A show",
  number: null,
  hosts: [],
  guests: ["Jeremy Howard"],
  published: null,
};
const request = (more: Partial<QuoteRequest> = {}): QuoteRequest => ({
  episode: { id: "x", links: [YOUTUBE, PAGE], ...QUOTED },
  shown: ORIGINAL,
  original: ORIGINAL,
  range: createParagraphRange(ORIGINAL.paragraphs, 1),
  site: null,
  syncPoints: {},
  ...more,
});

describe("a quote", () => {
  it("has the words, the episode's facts and a link to their time", () => {
    expect(createQuote(request())).toEqual({
      paragraphs: [
        {
          speaker: "Jeremy Howard",
          text: "This is line 1 of them.",
          heard: "This is line 1 of them.",
          seconds: 200,
        },
      ],
      episode: QUOTED,
      seconds: 200,
      timing: "exact",
      url: `${YOUTUBE.url}&t=200s`,
    });
    expect(createQuoteLink(request())).toBe(`${YOUTUBE.url}&t=200s`);
  });
  it("has the times of the linked site, not of the site the reader is on", () => {
    const shown = applySyncPoints(ORIGINAL, [POINT]);
    const onPage = request({ shown, site: PAGE.site, syncPoints: { [PAGE.site]: [POINT] } });
    expect(createQuote(onPage)).toMatchObject({ seconds: 230, timing: "aligned", url: PAGE.url });
    expect(createQuoteLink(onPage)).toBe(`${PAGE.url} (at about 3:50)`);
    expect(createQuote({ ...onPage, link: YOUTUBE })).toMatchObject({
      seconds: 200,
      timing: "exact",
      url: `${YOUTUBE.url}&t=200s`,
    });
    const synced = request({ syncPoints: { [YOUTUBE.site]: [POINT] } });
    expect(createQuote(synced)).toMatchObject({ seconds: 230, url: `${YOUTUBE.url}&t=230s` });
  });
  it("has no time and no link where there are none", () => {
    const untimed: Transcript = {
      ...ORIGINAL,
      timing: "none",
      paragraphs: ORIGINAL.paragraphs.map((paragraph) => ({ ...paragraph, times: [] })),
    };
    const bare = request({ shown: untimed, original: untimed });
    expect(createQuote(bare)).toMatchObject({ seconds: null, timing: "none", url: YOUTUBE.url });
    const unlinked = { ...bare, episode: { ...bare.episode, links: [] } };
    expect(createQuote(unlinked).url).toBeNull();
    expect(createQuoteLink(unlinked)).toBeNull();
  });
  it("is saved with a selector on the transcript's own clock", () => {
    const shown = applySyncPoints(ORIGINAL, [POINT]);
    const onPage = request({ shown, site: PAGE.site, syncPoints: { [PAGE.site]: [POINT] } });
    const created = "2026-11-27T10:00:00.000Z";
    expect(createSavedQuote(onPage, { id: "1", created })).toMatchObject({
      id: "1",
      episodeId: "x",
      seconds: 230,
      selector: { exact: "This is line 1 of them.", paragraph: 1, mediaTime: 200 },
      note: "",
      tags: [],
      created,
      modified: created,
    });
  });
});
