import { getEpisodeKey } from "./episode-key.ts";
import type { SiteAdapter } from "./site-adapter.ts";

const SHOW_HOSTS = new Set(["learnbayesstats.com", "wandb.ai", "lexfridman.com", "twimlai.com"]);
/** The number as shows print it: "#8", "Talk 8", "Episode 71", "Ep. 35". */
const EPISODE_NUMBER_PATTERN = /(?:#|\b(?:talk|episode|ep\.?)\s*#?\s*)(\d{1,5})\b/i;

/**
 * The shows' own sites. Any page may be an episode here; the catalog decides, by address, or by title and number
 * where an address leads to another one.
 */
export const showPage: SiteAdapter = {
  site: "show",
  matches: (host) => SHOW_HOSTS.has(host),
  read(url, { heading, title: pageTitle, canonical }) {
    const key = getEpisodeKey(url.href);
    if (!key) return null;
    // Where a page says which address it was written for, and it is another one, its headings are left over.
    if (canonical && resolveEpisodeKey(canonical, url) !== key)
      return { key, title: null, number: null, channel: null };
    const number = EPISODE_NUMBER_PATTERN.exec(`${heading ?? ""} ${pageTitle ?? ""}`)?.[1];
    return { key, title: heading ?? null, number: number ? Number(number) : null, channel: null };
  },
};

/** The key of an address as a page writes it, which may be relative. */
const resolveEpisodeKey = (address: string, base: URL): string | null =>
  URL.canParse(address, base) ? getEpisodeKey(new URL(address, base).href) : null;
