import { captivateAdapter } from "./captivate-adapter.ts";
import { showPageAdapter } from "./show-page-adapter.ts";
import type { PageEpisode, PageFacts, SiteAdapter } from "./site-adapter.ts";
import { findSite, type SiteKind } from "./sites.ts";
import { youtubeAdapter } from "./youtube-adapter.ts";

const ADAPTERS: { readonly [kind in SiteKind]: SiteAdapter } = {
  youtube: youtubeAdapter,
  captivate: captivateAdapter,
  show: showPageAdapter,
};

/** Finds the episode that a page shows; null on pages that Earmark does not read. */
export function readPage(facts: PageFacts): PageEpisode | null {
  const url = URL.canParse(facts.url) ? new URL(facts.url) : null;
  const kind = url && findSite(url)?.pages?.kind;
  return kind ? ADAPTERS[kind].read(url, facts) : null;
}

/** Finds the episode that a frame plays. A show's own page in a frame is a page, not a player. */
export function readPlayer(facts: PageFacts): PageEpisode | null {
  const page = readPage(facts);
  return page && findSite(new URL(facts.url))?.pages?.kind !== "show" ? page : null;
}
