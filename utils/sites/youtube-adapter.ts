import { getEpisodeKey, isYouTubeHost, getYouTubeId } from "./episode-key.ts";
import type { SiteAdapter } from "./site-adapter.ts";

/** YouTube's pages of one video, on all its hosts. The id comes from the address alone: page data goes stale. */
export const youtube: SiteAdapter = {
  site: "youtube",
  matches: isYouTubeHost,
  read(url, { video }) {
    const id = getYouTubeId(url);
    const key = getEpisodeKey(url.href);
    if (!id || !key) return null;
    return { key, title: null, number: null, channel: video?.id === id ? video.channel : null };
  },
};
