import { captivate } from "./captivate-adapter.ts";
import { getHost } from "./episode-key.ts";
import type { PageEpisode, PageFacts, SiteAdapter } from "./site-adapter.ts";
import { showPage } from "./show-page-adapter.ts";
import { youtube } from "./youtube-adapter.ts";

/** Every site whose pages are read. */
export const SITE_ADAPTERS: readonly SiteAdapter[] = [youtube, captivate, showPage];

/** The adapter for a page; null where Earmark has nothing to do. */
export const findAdapter = (url: URL): SiteAdapter | null =>
  SITE_ADAPTERS.find((adapter) => adapter.matches(getHost(url))) ?? null;

/** What a page is the episode of, by what it shows of itself; null where Earmark has nothing to do. */
export function readPage(facts: PageFacts): PageEpisode | null {
  const url = URL.canParse(facts.url) ? new URL(facts.url) : null;
  return (url && findAdapter(url)?.read(url, facts)) ?? null;
}

/** What a frame is the player of. A show's own page in a frame is a page, no player. */
export function readPlayer(facts: PageFacts): PageEpisode | null {
  const page = readPage(facts);
  return page && findAdapter(new URL(facts.url)) !== showPage ? page : null;
}

/** What the reader's choices are remembered by: YouTube as a whole, every show's own site by its host. */
export function getSite(url: URL): string {
  const site = findAdapter(url)?.site;
  return site && site !== "show" ? site : getHost(url);
}
