import { getEpisodeKey } from "../sites/episode-key.ts";
import type { PageEpisode } from "../sites/site-adapter.ts";
import type { CatalogEpisode, Show } from "./library-model.ts";

/** How the library knows a page. */
export type PageMatch =
  | { kind: "episode"; episode: CatalogEpisode }
  /** A page of one video that is not in the library, but whose transcript can be had. */
  | {
      kind: "available";
      /** Id of the video. */
      video: string;
    }
  | { kind: "known-show"; show: string }
  /** The reader switched Earmark off on the page's site. */
  | { kind: "off" }
  | { kind: "none" };

/** Finds the episode of a page by its address, or by title and number on the site of its show. */
export function matchPage(catalog: CatalogEpisode[], shows: Show[], page: PageEpisode | null): PageMatch {
  if (!page) return { kind: "none" };
  const linked = catalog.find(({ links }) => links.some(({ url }) => getEpisodeKey(url) === page.key));
  if (linked) return { kind: "episode", episode: linked };
  const show = shows.find(
    (s) => isShowPage(s, page.key) || (page.channel && s.channels.includes(page.channel)),
  );
  if (!show) return { kind: "none" };
  const titled = catalog.find((episode) => episode.show === show.name && hasSameTitle(episode, page));
  return titled ? { kind: "episode", episode: titled } : { kind: "known-show", show: show.name };
}

/** When transcripts of videos that are not in the library are offered and loaded. */
export type VideoTranscripts =
  /** Such pages show nothing. */
  | "off"
  /** Such pages show a tab, and nothing is requested before a click on it. */
  | "click"
  /** The transcript is loaded when the page opens. */
  | "always";

/** Offers the transcript of a page's video where the library has none, as the reader chose. */
export function offerTranscript(match: PageMatch, key: string | null, when: VideoTranscripts): PageMatch {
  const video = /^youtube:(.+)$/.exec(key ?? "")?.[1];
  if (!video || when === "off" || (match.kind !== "none" && match.kind !== "known-show")) return match;
  return { kind: "available", video };
}

/** Whether a key belongs to an episode page on the show's own site. */
function isShowPage({ pages }: Show, key: string): boolean {
  const slash = key.indexOf("/");
  const host = slash < 0 ? key : key.slice(0, slash);
  const path = slash < 0 ? "" : key.slice(slash);
  return pages.some(
    (p) => p.host === host && new RegExp(p.path).test(path) && !(p.except && new RegExp(p.except).test(path)),
  );
}

const normalizeTitle = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Whether the page's title contains the episode's, and its number, if it has one, is equal. */
function hasSameTitle({ title, number }: CatalogEpisode, page: PageEpisode): boolean {
  if (!page.title || !normalizeTitle(page.title).includes(normalizeTitle(title))) return false;
  return page.number === null || page.number === number;
}
