import { getEpisodeKey } from "./episode-key.ts";
import type { SiteAdapter } from "./site-adapter.ts";

/** Captivate's player, as a page of its own and inside other pages. */
export const captivateAdapter: SiteAdapter = {
  read(url) {
    const key = getEpisodeKey(url.href);
    return key ? { key, title: null, number: null, channel: null } : null;
  },
};
