import { describe, expect, it } from "vitest";
import { createQuoteIndex } from "../../../utils/library/quote-search.ts";
import type { SavedQuote } from "../../../utils/quote/saved/saved-quotes.ts";
import { PLAIN } from "../quote/samples.ts";

const save = (id: string, text: string, more: Partial<SavedQuote> = {}): SavedQuote => ({
  ...PLAIN,
  paragraphs: [{ speaker: "Ken Iverson", text, heard: text, seconds: null }],
  episode: { ...PLAIN.episode, title: "Array languages", show: "A show" },
  id,
  episodeId: "episode",
  selector: {} as SavedQuote["selector"],
  note: "",
  tags: [],
  created: "2026-11-26T10:00:00.000Z",
  modified: "2026-11-26T10:00:00.000Z",
  ...more,
});

const QUOTES = [
  save("tool", "Notation is a tool of thought."),
  save("music", "We heard music all night.", { tags: ["deep learning"] }),
  save("tagged", "Nothing about it.", { tags: ["music"], note: "Why’s that? Ask Rémi." }),
  save("chinese", "他研究机器学习。"),
];
const index = createQuoteIndex(QUOTES);
while (!index.indexBatch());
const ids = (query: string) => index.search(query).map(({ id }) => id);

describe("saved quotes are found", () => {
  it("with typing mistakes", () => {
    expect(ids("notaton tool")).toEqual(["tool"]);
    expect(ids("noattion thougt")).toEqual(["tool"]);
  });

  it("by words, note, tags, speaker, episode and show, accents and apostrophes aside", () => {
    expect(ids("thought NOTATION")).toEqual(["tool"]);
    expect(ids("whys remi")).toEqual(["tagged"]);
    expect(ids("#music")).toEqual(["tagged"]);
    expect(ids("#deep learning")).toEqual(["music"]);
    expect(ids("iverson")).toHaveLength(4);
    expect(ids("array tool")).toEqual(["tool"]);
    expect(ids("show tool")).toEqual(["tool"]);
  });

  it("with the reader's own tag before the same word in a quote", () => {
    expect(ids("music")).toEqual(["tagged", "music"]);
  });

  it("while the last word is unfinished, and by words without meaning of their own", () => {
    expect(ids("tool of th")).toEqual(["tool"]);
    expect(ids("tool no")).toEqual(["tool"]);
    expect(ids("we all")).toEqual(["music"]);
  });

  it("inside words of scripts without spaces", () => {
    expect(ids("学习")).toEqual(["chinese"]);
  });

  it("by every word alone", () => {
    expect(ids("notation zebra")).toEqual([]);
    expect(ids(" ")).toEqual([]);
  });
});
