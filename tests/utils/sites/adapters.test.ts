import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { matchPage } from "../../../utils/library/match-page.ts";
import type { CatalogEpisode, LibraryFacts } from "../../../utils/library/library-model.ts";
import { readPage, readPlayer } from "../../../utils/sites/adapters.ts";
import { getEpisodeKey } from "../../../utils/sites/episode-key.ts";
import { PAGE_SITES } from "../../../utils/sites/sites.ts";

const library = join(import.meta.dirname, "../../../assets/library");
const { shows, episodes } = JSON.parse(readFileSync(join(library, "episodes.json"), "utf8")) as LibraryFacts;
const catalog = episodes.map((e): CatalogEpisode => ({
  ...e,
  show: shows.find((s) => s.id === e.show)!.name,
  timing: "none",
  sourceFile: "",
}));

describe("names of pages", () => {
  it.each([
    ["https://www.youtube.com/watch?v=J6XcP4JOHmk", "youtube:J6XcP4JOHmk"],
    ["https://www.youtube.com/watch?t=5&v=J6XcP4JOHmk&list=PL1", "youtube:J6XcP4JOHmk"],
    ["https://youtube.com/watch?v=J6XcP4JOHmk#x", "youtube:J6XcP4JOHmk"],
    ["https://youtu.be/J6XcP4JOHmk?t=3", "youtube:J6XcP4JOHmk"],
    ["https://m.youtube.com/watch?v=J6XcP4JOHmk", "youtube:J6XcP4JOHmk"],
    ["https://music.youtube.com/watch?v=J6XcP4JOHmk", "youtube:J6XcP4JOHmk"],
    ["https://www.youtube.com/shorts/J6XcP4JOHmk", "youtube:J6XcP4JOHmk"],
    ["https://www.youtube.com/live/J6XcP4JOHmk?si=x", "youtube:J6XcP4JOHmk"],
    ["https://www.youtube.com/embed/J6XcP4JOHmk", "youtube:J6XcP4JOHmk"],
    ["https://www.youtube-nocookie.com/embed/J6XcP4JOHmk", "youtube:J6XcP4JOHmk"],
    ["https://www.youtube.com/v/J6XcP4JOHmk", "youtube:J6XcP4JOHmk"],
    ["https://www.youtube.com/", null],
    ["https://www.youtube.com/watch?v=short", null],
    ["https://www.youtube.com/embed/videoseries?list=PL", null],
    ["https://www.youtube.com/@lexfridman", null],
    ["https://studio.youtube.com/watch?v=J6XcP4JOHmk", "studio.youtube.com/watch"],
    ["https://evil.example/watch?v=J6XcP4JOHmk", "evil.example/watch"],
    ["https://www.youtube.com.evil.example/watch?v=J6XcP4JOHmk", "youtube.com.evil.example/watch"],
    [
      "https://player.captivate.fm/5C1C9F48-1ba9-498a-882f-64a065c1ec78",
      "captivate:5c1c9f48-1ba9-498a-882f-64a065c1ec78",
    ],
    [
      "https://player.captivate.fm/episode/5c1c9f48-1ba9-498a-882f-64a065c1ec78/",
      "captivate:5c1c9f48-1ba9-498a-882f-64a065c1ec78",
    ],
    ["https://player.captivate.fm/", null],
    ["https://www.LexFridman.com/Jeremy-Howard/", "lexfridman.com/jeremy-howard"],
    ["ftp://lexfridman.com/jeremy-howard", null],
    ["no address", null],
  ])("%s is %s", (address, key) => expect(getEpisodeKey(address)).toBe(key));
});

test.each(
  PAGE_SITES.map(({ id }) => id).map((id) => {
    const { url } = episodes.flatMap(({ links }) => links).find(({ site }) => site === id)!;
    return [id, url] as const;
  }),
)("pages of %s are read: %s", (_, url) => expect(readPage({ url })?.key).toBe(getEpisodeKey(url)));

test("pages of other sites are not", () => {
  expect(readPage({ url: "https://example.org/" })).toBeNull();
  expect(readPage({ url: "https://open.spotify.com/episode/0123456789abcdefABCDEF" })).toBeNull();
});

describe("what pages show", () => {
  const video = "https://www.youtube.com/watch?v=J6XcP4JOHmk";
  const show = "https://lexfridman.com/jeremy-howard/";
  const nothing = { title: null, number: null, channel: null };
  const inVideo = { ...nothing, key: "youtube:J6XcP4JOHmk" };
  const onShow = { ...nothing, key: "lexfridman.com/jeremy-howard" };
  const shown = { heading: "Jeremy Howard", title: "#35 – Jeremy Howard | Lex Fridman" };

  it.each([
    [
      "a video's channel",
      { url: video, video: { id: "J6XcP4JOHmk", channel: "Cats" } },
      { ...inVideo, channel: "Cats" },
    ],
    ["not that of the video before", { url: video, video: { id: "aaaaaaaaaaa", channel: "Cats" } }, inVideo],
    ["a video without its page", { url: video, video: null }, inVideo],
    ["no video", { url: "https://www.youtube.com/feed" }, null],
    ["heading and number", { url: show, ...shown }, { ...onShow, title: "Jeremy Howard", number: 35 }],
    [
      "a page written for its address",
      { url: show, ...shown, canonical: show },
      { ...onShow, title: "Jeremy Howard", number: 35 },
    ],
    [
      "a page that says so in short",
      { url: show, ...shown, canonical: "/jeremy-howard/" },
      { ...onShow, title: "Jeremy Howard", number: 35 },
    ],
    ["headings left over", { url: show, ...shown, canonical: "https://lexfridman.com/other" }, onShow],
    ["nothing but an address", { url: show }, onShow],
    ["another site", { url: "https://example.org/x", ...shown }, null],
    ["no address", { url: "" }, null],
  ])("%s", (_, facts, expected) => expect(readPage(facts)).toEqual(expected));

  it("frames of players have episodes, shows' own pages in frames have none", () => {
    expect(readPlayer({ url: video })).toEqual(inVideo);
    expect(readPlayer({ url: show })).toBeNull();
    expect(readPlayer({ url: "" })).toBeNull();
  });
});

describe("episodes of pages", () => {
  const page = (key: string, more = {}) => ({ key, title: null, number: null, channel: null, ...more });
  const found = (key: string, more = {}) => {
    const match = matchPage(catalog, shows, page(key, more));
    return match.kind === "episode" ? match.episode.id : match.kind === "known-show" ? match.show : null;
  };
  const slug = "twimlai.com/podcast/twimlai/some-slug";
  const title = "Deep Learning: Modular in Theory, Inflexible in Practice with Diogo Almeida – #8";

  it.each([
    ["youtube:3hYYGiucS0U", {}, "lbs-129"],
    ["captivate:5c1c9f48-1ba9-498a-882f-64a065c1ec78", {}, "lbs-071"],
    ["wandb.ai/site/resources/podcast/episodes/jeremy-howard-jan-5-2023", {}, "gradient-dissent-2023-01-05"],
    ["twimlai.com/talk/8", {}, "twiml-008"],
    [slug, { title, number: 8 }, "twiml-008"],
    [slug, { title, number: null }, "twiml-008"],
    [slug, { title, number: 9 }, "The TWIML AI Podcast"],
    [slug, { title: "Something else", number: 8 }, "The TWIML AI Podcast"],
    ["lexfridman.com/somebody", { title: "fast.ai Deep Learning Courses and Research" }, "lex-fridman-035"],
    ["lexfridman.com/somebody-else", {}, "Lex Fridman Podcast"],
    ["lexfridman.com/about", {}, null],
    ["lexfridman.com", {}, null],
    ["youtube:aaaaaaaaaaa", { channel: "Weights & Biases" }, "Gradient Dissent"],
    ["youtube:aaaaaaaaaaa", { channel: "Cats" }, null],
    ["example.org/jeremy-howard", { title }, null],
  ])("%s %j is %s", (key, more, expected) => expect(found(key, more)).toBe(expected));

  it("no page is none", () => expect(matchPage(catalog, shows, null)).toEqual({ kind: "none" }));
});
