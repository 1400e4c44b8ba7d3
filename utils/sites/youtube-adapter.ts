import { getEpisodeKey, getYouTubeId } from "./episode-key.ts";
import type { SiteAdapter } from "./site-adapter.ts";

/** Pages of one video on all hosts of YouTube. The id comes from the address, because page data can be the last video's. */
export const youtubeAdapter: SiteAdapter = {
  read(url, { video }) {
    const id = getYouTubeId(url);
    const key = getEpisodeKey(url.href);
    if (!id || !key) return null;
    return { key, title: null, number: null, channel: video?.id === id ? video.channel : null };
  },
};
