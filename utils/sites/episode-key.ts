const YOUTUBE_HOSTS = new Set(["youtube.com", "m.youtube.com", "music.youtube.com", "youtube-nocookie.com"]);
/** A playlist's embed has a word of the same length in the id's place. */
const YOUTUBE_ID_PATTERN = /^(?!videoseries$)[\w-]{11}$/;
const UUID_PATTERN = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/i;

/** Host without "www.". */
export const getHost = (url: URL): string => url.hostname.replace(/^www\./, "");

/** Path without a slash at its end. */
export const getPath = (url: URL): string => url.pathname.replace(/\/+$/, "");

/** True for every host on which YouTube's videos are watched. */
export const isYouTubeHost = (host: string): boolean => YOUTUBE_HOSTS.has(host);

/** The id of a YouTube video from any of its addresses (watch, youtu.be, shorts, live, embed, v); null for others. */
export function getYouTubeId(url: URL): string | null {
  const host = getHost(url);
  const [first = "", second = ""] = url.pathname.split("/").slice(1);
  let id: string | null = null;
  if (host === "youtu.be") id = first;
  else if (!isYouTubeHost(host)) return null;
  else if (first === "watch") id = url.searchParams.get("v");
  else if (["shorts", "live", "embed", "v"].includes(first)) id = second;
  return id && YOUTUBE_ID_PATTERN.test(id) ? id : null;
}

/**
 * One name for all addresses of one page: `youtube:ID`, `captivate:UUID`, else host and path. Catalog links and
 * open pages are compared by it. Null where the address can't be read or can be no episode's.
 */
export function getEpisodeKey(address: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  const host = getHost(url);
  if (host === "youtu.be" || isYouTubeHost(host)) {
    const id = getYouTubeId(url);
    return id && `youtube:${id}`;
  }
  if (host === "player.captivate.fm") {
    const uuid = UUID_PATTERN.exec(url.pathname)?.[0].toLowerCase();
    return uuid ? `captivate:${uuid}` : null;
  }
  return `${host}${getPath(url).toLowerCase()}`;
}
