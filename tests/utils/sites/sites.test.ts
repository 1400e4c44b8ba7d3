import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { LibraryFacts } from "../../../utils/library/library-model.ts";
import { pickLink } from "../../../utils/quote/links.ts";
import {
  findSite,
  getSiteId,
  getSiteName,
  PAGE_MATCHES,
  PAGE_SITES,
  SITES,
} from "../../../utils/sites/sites.ts";

const library = join(import.meta.dirname, "../../../assets/library");
const { shows, episodes } = JSON.parse(readFileSync(join(library, "episodes.json"), "utf8")) as LibraryFacts;

describe("the link of a quote", () => {
  it.each(shows.map(({ id, url }) => [id, url] as const))(
    "is on the show's own site for a reader of %s's pages",
    (show, url) => {
      const site = getSiteId(new URL(url));
      const own = episodes
        .filter((episode) => episode.show === show)
        .map(({ links }) => pickLink(links, site)?.url ?? "");
      expect(own.length).toBeGreaterThan(0);
      expect(own.map((link) => new URL(link).host.replace("www.", ""))).toEqual(
        own.map(() => new URL(url).host.replace("www.", "")),
      );
    },
  );

  it("is on YouTube for a reader of YouTube", () => {
    const onYouTube = episodes.filter(({ links }) => links.some(({ url }) => url.includes("youtube.com")));
    const site = getSiteId(new URL("https://music.youtube.com/watch?v=J6XcP4JOHmk"));
    expect(onYouTube.length).toBe(4);
    for (const { links } of onYouTube) expect(pickLink(links, site)?.url).toContain("www.youtube.com");
  });
});

describe("ids of sites", () => {
  it("are those under which settings were stored from the beginning", () => {
    expect(PAGE_SITES.map(({ id }) => id)).toEqual([
      "youtube",
      "learnbayesstats.com",
      "captivate",
      "wandb.ai",
      "lexfridman.com",
      "twimlai.com",
    ]);
    expect(new Set(SITES.map(({ id }) => id)).size).toBe(SITES.length);
  });

  it("are the ones that the library gives to its links", () => {
    const links = episodes.flatMap((episode) => episode.links);
    expect(links.map(({ site }) => site)).toEqual(links.map(({ url }) => getSiteId(new URL(url))));
    expect(links.map(({ url }) => findSite(new URL(url))?.pages).filter((pages) => !pages)).toEqual([]);
  });

  it.each([
    ["https://www.youtube.com/watch?v=J6XcP4JOHmk", "youtube", "YouTube"],
    ["https://www.youtube-nocookie.com/embed/J6XcP4JOHmk", "youtube", "YouTube"],
    ["https://player.captivate.fm/x", "captivate", "Captivate player"],
    ["https://www.twimlai.com/talk/8", "twimlai.com", "twimlai.com"],
    ["https://show.fireside.fm/12", "fireside.fm", "Fireside"],
    ["https://notfireside.fm/12", "notfireside.fm", "notfireside.fm"],
    ["https://www.youtube.com.evil.example/", "youtube.com.evil.example", "youtube.com.evil.example"],
    ["https://www.example.org/talk/8", "example.org", "example.org"],
  ])("of %s is %s, with the name %s", (address, id, name) => {
    const site = getSiteId(new URL(address));
    expect(site).toBe(id);
    expect(getSiteName(site)).toBe(name);
  });
});

it("pages on which the content script runs are of the site that lists them", () => {
  expect(PAGE_MATCHES.length).toBe(13);
  for (const { id, pages } of PAGE_SITES)
    for (const match of pages!.matches) expect(getSiteId(new URL(match.replace("*", "")))).toBe(id);
});
