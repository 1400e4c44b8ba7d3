import { getEpisodeKey } from "./episode-key.ts";
import type { SiteAdapter } from "./site-adapter.ts";

/** The number as shows print it: "#8", "Talk 8", "Episode 71", "Ep. 35". */
const EPISODE_NUMBER_PATTERN = /(?:#|\b(?:talk|episode|ep\.?)\s*#?\s*)(\d{1,5})\b/i;

/**
 * The shows' own sites. Any page can be an episode's; the catalog decides by address, or by title and number where an
 * address redirects to one that the catalog does not list.
 */
export const showPageAdapter: SiteAdapter = {
  read(url, { heading, title: pageTitle, canonical }) {
    const key = getEpisodeKey(url.href);
    if (!key) return null;
    // A canonical address of another page means that the headings are that page's, too.
    if (canonical && resolveEpisodeKey(canonical, url) !== key)
      return { key, title: null, number: null, channel: null };
    const number = EPISODE_NUMBER_PATTERN.exec(`${heading ?? ""} ${pageTitle ?? ""}`)?.[1];
    return { key, title: heading ?? null, number: number ? Number(number) : null, channel: null };
  },
};

/** The key of an address as a page writes it, which can be relative. */
const resolveEpisodeKey = (address: string, base: URL): string | null =>
  URL.canParse(address, base) ? getEpisodeKey(new URL(address, base).href) : null;
