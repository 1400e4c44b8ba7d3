import { findSite, getHost } from "./sites.ts";

/** An embedded playlist has "videoseries", a word of the same length, in place of an id. */
const YOUTUBE_ID_PATTERN = /^(?!videoseries$)[\w-]{11}$/;
const UUID_PATTERN = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/i;

/** Path without a slash at its end. */
const getPath = (url: URL): string => url.pathname.replace(/\/+$/, "");

/** The id of a YouTube video from any of its addresses (watch, youtu.be, shorts, live, embed, v); null for others. */
export function getYouTubeId(url: URL): string | null {
  const [first = "", second = ""] = url.pathname.split("/").slice(1);
  let id: string | null = null;
  if (getHost(url) === "youtu.be") id = first;
  else if (findSite(url)?.pages?.kind !== "youtube") return null;
  else if (first === "watch") id = url.searchParams.get("v");
  else if (["shorts", "live", "embed", "v"].includes(first)) id = second;
  return id && YOUTUBE_ID_PATTERN.test(id) ? id : null;
}

/**
 * One name for all addresses of a page, by which open pages and links of the catalog are compared: `youtube:ID`,
 * `captivate:UUID`, else host and path.
 *
 * @returns null for text that is no address, and for addresses of YouTube and Captivate without an id.
 * @example
 * getEpisodeKey("https://youtu.be/J6XcP4JOHmk?t=3"); // "youtube:J6XcP4JOHmk"
 * getEpisodeKey("https://www.lexfridman.com/Jeremy-Howard/"); // "lexfridman.com/jeremy-howard"
 */
export function getEpisodeKey(address: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  const host = getHost(url);
  const kind = findSite(url)?.pages?.kind;
  if (kind === "youtube" || host === "youtu.be") {
    const id = getYouTubeId(url);
    return id && `youtube:${id}`;
  }
  if (kind === "captivate") {
    const uuid = UUID_PATTERN.exec(url.pathname)?.[0].toLowerCase();
    return uuid ? `captivate:${uuid}` : null;
  }
  return `${host}${getPath(url).toLowerCase()}`;
}
