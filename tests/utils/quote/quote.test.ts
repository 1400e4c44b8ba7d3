import { describe, expect, it, test } from "vitest";
import { quoteText } from "../../../utils/quote/format.ts";
import { bestLink, linkAt } from "../../../utils/quote/links.ts";

const quote = {
  text: " Words. ",
  speaker: "Ann Lee",
  episode: "Title",
  show: "Show",
  seconds: 754.9,
  timing: "exact" as const,
  url: "https://www.youtube.com/watch?v=ID&t=754s",
};

test.each([
  [{}, '"Words." — Ann Lee, Title, Show (12:34)\nhttps://www.youtube.com/watch?v=ID&t=754s'],
  [{ speaker: null }, '"Words." — Title, Show (12:34)\nhttps://www.youtube.com/watch?v=ID&t=754s'],
  [{ speaker: "Speaker 1", url: null }, '"Words." — Title, Show (12:34)'],
  [{ timing: "estimated" as const, url: null }, '"Words." — Ann Lee, Title, Show (about 12:34)'],
  [{ seconds: null, url: null }, '"Words." — Ann Lee, Title, Show'],
])("a quote without %j", (change, expected) => expect(quoteText({ ...quote, ...change })).toBe(expected));

describe("links", () => {
  const youtube = { site: "youtube", url: "https://www.youtube.com/watch?v=J6XcP4JOHmk" };
  const page = { site: "lexfridman", url: "https://lexfridman.com/jeremy-howard/" };
  it("carry the time on YouTube, rounded down", () =>
    expect(linkAt(youtube, 754.9)).toBe(`${youtube.url}&t=754s`));
  it("carry none without a time, or where no form is known", () => {
    expect(linkAt(youtube, null)).toBe(youtube.url);
    expect(linkAt(page, 754)).toBe(page.url);
  });
  it("are the reader's site's, else one with times, else the first", () => {
    expect(bestLink([page, youtube], "lexfridman")).toBe(page);
    expect(bestLink([page, youtube])).toBe(youtube);
    expect(bestLink([page])).toBe(page);
    expect(bestLink([])).toBeNull();
  });
});
