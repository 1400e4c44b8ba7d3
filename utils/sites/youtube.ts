import { episodeKey, isYouTube, youtubeId } from "./key.ts";
import type { SiteAdapter } from "./page.ts";

/** YouTube's pages of one video, on all its hosts. The id comes from the address alone: page data goes stale. */
export const youtube: SiteAdapter = {
  site: "youtube",
  matches: isYouTube,
  read(url, { video }) {
    const id = youtubeId(url);
    const key = episodeKey(url.href);
    if (!id || !key) return null;
    return { key, title: null, number: null, channel: video?.id === id ? video.channel : null };
  },
};
