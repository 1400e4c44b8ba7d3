import { describe, expect, it, test } from "vitest";
import { getSiteId } from "../../../utils/sites/sites.ts";
import { pickLink, createTimedLink, formatLink, canLinkTime } from "../../../utils/quote/links.ts";

const LEX = getSiteId(new URL("https://lexfridman.com/"));
const at = (url: string, seconds: number | null = 754.9, prints = false, heard = "") =>
  createTimedLink({ site: LEX, url, prints }, seconds, heard);

test.each([
  ["https://www.youtube.com/watch?v=J6XcP4JOHmk", "https://www.youtube.com/watch?v=J6XcP4JOHmk&t=754s"],
  ["https://www.youtube.com/watch?v=J6XcP4JOHmk&t=3s", "https://www.youtube.com/watch?v=J6XcP4JOHmk&t=754s"],
  [
    "https://www.youtube-nocookie.com/embed/J6XcP4JOHmk",
    "https://www.youtube-nocookie.com/embed/J6XcP4JOHmk?start=754",
  ],
  ["https://youtu.be/J6XcP4JOHmk", "https://youtu.be/J6XcP4JOHmk?t=754"],
  [
    "https://open.spotify.com/episode/0123456789abcdefABCDEF",
    "https://open.spotify.com/episode/0123456789abcdefABCDEF?t=754",
  ],
  ["https://overcast.fm/+CdSv9LfI", "https://overcast.fm/+CdSv9LfI/12:34"],
  ["https://overcast.fm/+CdSv9LfI/1:02", "https://overcast.fm/+CdSv9LfI/12:34"],
  [
    "https://pca.st/episode/5c1c9f48-1ba9-498a-882f-64a065c1ec78",
    "https://pca.st/episode/5c1c9f48-1ba9-498a-882f-64a065c1ec78?t=754",
  ],
  ["https://show.fireside.fm/12", "https://show.fireside.fm/12?t=754"],
  ["https://changelog.com/jsparty/12", "https://changelog.com/jsparty/12#t=754"],
  ["https://show.podigee.io/12-new", "https://show.podigee.io/12-new#t=754"],
  ["https://cdn.example.org/a/episode.mp3?x=1", "https://cdn.example.org/a/episode.mp3?x=1#t=754"],
  ["https://podcasts.apple.com/us/podcast/x/id1?i=2", "https://podcasts.apple.com/us/podcast/x/id1?i=2"],
  ["https://lexfridman.com/jeremy-howard/", "https://lexfridman.com/jeremy-howard/"],
  ["https://notyoutube.com/watch?v=J6XcP4JOHmk", "https://notyoutube.com/watch?v=J6XcP4JOHmk"],
  ["no address", "no address"],
])("the timed link of %s is %s", (url, expected) => {
  expect(at(url)).toBe(expected);
  expect(canLinkTime({ site: LEX, url })).toBe(url !== expected);
});

describe("links", () => {
  const youtube = {
    site: getSiteId(new URL("https://www.youtube.com/")),
    url: "https://www.youtube.com/watch?v=J6XcP4JOHmk",
  };
  const page = { site: LEX, url: "https://lexfridman.com/jeremy-howard/" };
  it("have no time without one, and none below zero", () => {
    expect(at(youtube.url, null)).toBe(youtube.url);
    expect(at(youtube.url, -3)).toBe(`${youtube.url}&t=0s`);
  });
  it("have a text fragment of enough plain words on a page that has the words", () => {
    const found = (heard: string) => at(page.url, 5, true, heard);
    expect(found("so we have state-of-the-art models and then they just work for all of us")).toBe(
      `${page.url}#:~:text=models%20and%20then%20they%20just%20work%20for%20all`,
    );
    expect(found("Well, yes. It is, I think")).toBe(page.url);
  });
  it("point to the reader's site, else to a page with timed links, else to the first", () => {
    expect(pickLink([page, youtube], LEX)).toBe(page);
    expect(pickLink([page, youtube])).toBe(youtube);
    expect(pickLink([page])).toBe(page);
    expect(pickLink([])).toBeNull();
  });
  it("as text have the time in words where the address has none", () => {
    expect(formatLink(page, 754, "about 12:34")).toBe(`${page.url} (at about 12:34)`);
    expect(formatLink(page, null, "")).toBe(page.url);
    expect(formatLink(youtube, 754, "12:34")).toBe(`${youtube.url}&t=754s`);
  });
});
