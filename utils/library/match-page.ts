import { getEpisodeKey } from "../sites/episode-key.ts";
import type { PageEpisode } from "../sites/site-adapter.ts";
import type { CatalogEpisode, Show } from "./library-model.ts";

/** What the library knows about a page. */
export type PageMatch =
  | { kind: "episode"; episode: CatalogEpisode }
  | { kind: "known-show"; show: string }
  /** The reader switched Earmark off on the page's site. */
  | { kind: "off" }
  | { kind: "none" };

/** Finds the episode that a page is for: by its address, else by title and number on its show's own site. */
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

/** Whether a key is an episode's page on the show's own site. */
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

/** The page's title holds the episode's, and its number, where it prints one, is the same. */
function hasSameTitle({ title, number }: CatalogEpisode, page: PageEpisode): boolean {
  if (!page.title || !normalizeTitle(page.title).includes(normalizeTitle(title))) return false;
  return page.number === null || page.number === number;
}
