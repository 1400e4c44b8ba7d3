import { describe, expect, it } from "vitest";
import { exportJson } from "../../../utils/quote/saved/export-quotes.ts";
import { parseQuotes, planImport } from "../../../utils/quote/saved/import-quotes.ts";
import type { SavedQuote } from "../../../utils/quote/saved/saved-quotes.ts";
import { migrateSavedQuote } from "../../../utils/quote/saved/migrate-saved-quote.ts";

/** A record as version 1 wrote it into IndexedDB and into exported files, with corrected words. */
const CORRECTED = {
  said: [
    {
      speaker: "Jeremy Howard",
      text: "At Enlitic we didn't care.",
      heard: "At in lytic we didn't care.",
      seconds: 754.9,
    },
    { speaker: null, text: "It learns.", heard: "It learns.", seconds: null, cut: true },
  ],
  episode: {
    title: "fast.ai Deep Learning Courses and Research",
    show: "Lex Fridman Podcast",
    number: 35,
    hosts: ["Lex Fridman"],
    guests: ["Jeremy Howard"],
    published: "2019-08-27",
  },
  seconds: 754.9,
  timing: "exact",
  url: "https://www.youtube.com/watch?v=J6XcP4JOHmk&t=754s",
  id: "6f1e3c9e-3c0a-4f5e-9d77-0a8a3e7b2f11",
  episodeId: "lex-fridman-035",
  anchor: {
    words: "At Enlitic we didn't care.",
    heard: "At in lytic we didn't care.",
    before: "and so on.",
    after: "And then",
    paragraph: 31,
    seconds: 753.2,
  },
  note: "Why?",
  tags: ["ai"],
  created: "2026-11-26T10:00:00.000Z",
  changed: "2026-11-26T11:00:00.000Z",
};
/** The same of words that were shown as heard, in an episode without times. */
const UNTIMED = {
  ...CORRECTED,
  id: "7",
  seconds: null,
  timing: "none",
  anchor: { ...CORRECTED.anchor, heard: CORRECTED.anchor.words, seconds: null },
};

const UPGRADED: SavedQuote = {
  paragraphs: [
    {
      speaker: "Jeremy Howard",
      text: "At Enlitic we didn't care.",
      heard: "At in lytic we didn't care.",
      seconds: 754.9,
    },
    { speaker: null, text: "It learns.", heard: "It learns.", seconds: null, cut: true },
  ],
  episode: CORRECTED.episode,
  seconds: 754.9,
  timing: "exact",
  url: CORRECTED.url,
  id: CORRECTED.id,
  episodeId: "lex-fridman-035",
  selector: {
    exact: "At Enlitic we didn't care.",
    heard: "At in lytic we didn't care.",
    prefix: "and so on.",
    suffix: "And then",
    paragraph: 31,
    mediaTime: 753.2,
  },
  note: "Why?",
  tags: ["ai"],
  created: "2026-11-26T10:00:00.000Z",
  modified: "2026-11-26T11:00:00.000Z",
};

describe("a saved quote of version 1", () => {
  it("becomes one of version 2 and loses nothing", () => {
    expect(migrateSavedQuote(CORRECTED)).toStrictEqual(UPGRADED);
    const { heard: _, ...selector } = { ...UPGRADED.selector, mediaTime: null };
    expect(migrateSavedQuote(UNTIMED)).toStrictEqual({
      ...UPGRADED,
      id: "7",
      seconds: null,
      timing: "none",
      selector,
    });
  });

  it("is not changed by a second upgrade", () =>
    expect(migrateSavedQuote(migrateSavedQuote(CORRECTED))).toStrictEqual(UPGRADED));

  it("is imported from a file, where it equals the upgraded record", () => {
    const file = JSON.stringify({ earmark: "quotes", version: 1, quotes: [CORRECTED, UNTIMED] });
    const read = parseQuotes(file);
    expect(read).toMatchObject({ refused: null, broken: 0, quotes: [UPGRADED, { id: "7" }] });
    const quotes = read.refused === null ? read.quotes : [];
    expect(planImport([UPGRADED], quotes)).toMatchObject({ unchanged: 1, merged: [], added: [{ id: "7" }] });
    expect(parseQuotes(exportJson(quotes))).toEqual({ refused: null, broken: 0, quotes });
  });

  it("is counted as broken when it is none", () => {
    const file = JSON.stringify({
      earmark: "quotes",
      version: 1,
      quotes: [null, 3, {}, { ...CORRECTED, anchor: "x" }, { ...CORRECTED, said: [] }, UPGRADED],
    });
    expect(parseQuotes(file)).toMatchObject({ broken: 5, quotes: [UPGRADED] });
  });
});
