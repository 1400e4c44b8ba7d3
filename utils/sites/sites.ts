import { formatTime } from "../transcript/model/clock-time.ts";

declare const siteIdBrand: unique symbol;
/** Names a site in stored settings and in the catalog's links: an id of the table, or a host that is not in it. */
export type SiteId = string & { readonly [siteIdBrand]: never };

/** How the pages of a site are read. */
export type SiteKind = "youtube" | "captivate" | "show";

/** What Earmark knows of a site. */
export interface Site {
  id: SiteId;
  /** As readers know it. */
  name: string;
  /** Without "www."; `*.` covers all subdomains. The first has the pages that readers open. */
  hosts: readonly string[];
  /** The pages that the content script runs on; absent where addresses are only linked to. */
  pages?: { kind: SiteKind; matches: readonly string[] };
  /** Addresses that open at a time; absent where no form is documented. */
  timeLink?: { path?: RegExp; addTime: (url: URL, seconds: number) => void };
}

const defineSite = ({ id, ...site }: Omit<Site, "id"> & { id: string }): Site => ({
  ...site,
  id: id as SiteId,
});

/** A show's own site: reached with and without "www.", its host is its id. */
const defineShowSite = (host: string, path = "/*"): Site =>
  defineSite({
    id: host,
    name: host,
    hosts: [host],
    pages: { kind: "show", matches: [`https://${host}${path}`, `https://www.${host}${path}`] },
  });

const addTimeQuery = (url: URL, seconds: number): void => url.searchParams.set("t", String(seconds));
/** The media fragment `#t=`, https://www.w3.org/TR/media-frags/#naming-time. */
export const addTimeFragment = (url: URL, seconds: number): void => void (url.hash = `t=${seconds}`);

/**
 * Pages read `t` (https://support.google.com/youtube/answer/57741), embedded players read `start`
 * (https://developers.google.com/youtube/player_parameters#start).
 */
function addYouTubeTime(url: URL, seconds: number): void {
  if (url.pathname.startsWith("/embed/")) url.searchParams.set("start", String(seconds));
  else url.searchParams.set("t", `${seconds}s`);
}

/**
 * Every site that Earmark knows. Stored settings use the ids, so an id never changes. Whole hosts are matched, because
 * YouTube replaces its pages without a load; wandb.ai is a large application, of which only the public site matters.
 */
export const SITES: readonly Site[] = [
  defineSite({
    id: "youtube",
    name: "YouTube",
    hosts: ["youtube.com", "m.youtube.com", "music.youtube.com", "youtube-nocookie.com"],
    pages: {
      kind: "youtube",
      matches: [
        "https://www.youtube.com/*",
        "https://m.youtube.com/*",
        "https://music.youtube.com/*",
        "https://www.youtube-nocookie.com/*",
      ],
    },
    timeLink: { addTime: addYouTubeTime },
  }),
  defineShowSite("learnbayesstats.com"),
  defineSite({
    id: "captivate",
    name: "Captivate player",
    hosts: ["player.captivate.fm"],
    pages: { kind: "captivate", matches: ["https://player.captivate.fm/*"] },
  }),
  defineShowSite("wandb.ai", "/site/*"),
  defineShowSite("lexfridman.com"),
  defineShowSite("twimlai.com"),
  defineSite({ id: "youtu.be", name: "YouTube", hosts: ["youtu.be"], timeLink: { addTime: addTimeQuery } }),
  // Spotify, Overcast and Pocket Casts: the addresses that their share menus produce (2026-11).
  defineSite({
    id: "open.spotify.com",
    name: "Spotify",
    hosts: ["open.spotify.com"],
    timeLink: { path: /\/episode\//, addTime: addTimeQuery },
  }),
  defineSite({
    id: "overcast.fm",
    name: "Overcast",
    hosts: ["overcast.fm"],
    timeLink: {
      path: /^\/\+[^/]+/,
      addTime: (url, seconds) =>
        (url.pathname = `${/^\/\+[^/]+/.exec(url.pathname)![0]}/${formatTime(seconds)}`),
    },
  }),
  defineSite({
    id: "pca.st",
    name: "Pocket Casts",
    hosts: ["pca.st"],
    timeLink: { path: /^\/episode\//, addTime: addTimeQuery },
  }),
  // https://github.com/firesidelabs/fireside/issues/47
  defineSite({
    id: "fireside.fm",
    name: "Fireside",
    hosts: ["fireside.fm", "*.fireside.fm"],
    timeLink: { addTime: addTimeQuery },
  }),
  // https://github.com/podigee/podigee-podcast-player/issues/24
  defineSite({
    id: "podigee.io",
    name: "Podigee",
    hosts: ["podigee.io", "*.podigee.io"],
    timeLink: { addTime: addTimeFragment },
  }),
  // https://github.com/thechangelog/changelog.com/issues/161
  defineSite({
    id: "changelog.com",
    name: "Changelog",
    hosts: ["changelog.com"],
    timeLink: { addTime: addTimeFragment },
  }),
];

/** The sites on whose pages Earmark runs, in the order in which they are listed to readers. */
export const PAGE_SITES: readonly Site[] = SITES.filter(({ pages }) => pages);

/** Match patterns of the content script. */
export const PAGE_MATCHES: readonly string[] = PAGE_SITES.flatMap(({ pages }) => pages?.matches ?? []);

/** Host without "www.". */
export const getHost = (url: URL): string => url.hostname.replace(/^www\./, "");

/** The site of an address; null for sites that are not in the table. */
export function findSite(url: URL): Site | null {
  const host = getHost(url);
  const isHost = (pattern: string) =>
    pattern.startsWith("*.") ? host.endsWith(pattern.slice(1)) : host === pattern;
  return SITES.find(({ hosts }) => hosts.some(isHost)) ?? null;
}

/** The id of an address's site; the host where the table has no such site. */
export const getSiteId = (url: URL): SiteId => findSite(url)?.id ?? (getHost(url) as SiteId);

/** The name of a site as readers know it. */
export const getSiteName = (id: SiteId): string => SITES.find((site) => site.id === id)?.name ?? id;
