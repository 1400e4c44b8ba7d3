import type { AcquiredCaptions } from "../sources/youtube/load-captions.ts";
import type { VideoFacts } from "../sources/youtube/video-facts.ts";
import { getSiteId } from "../sites/sites.ts";
import type { CatalogEpisode } from "./library-model.ts";

/** The address of a video's page. */
const getVideoUrl = (video: string): string => `https://www.youtube.com/watch?v=${video}`;

/** The facts of a video as those of an episode: the channel is the show, and the episode's id is the page's key. */
export function createVideoEpisode(
  { id, title, channel, durationSeconds, published, chapters }: VideoFacts,
  { language }: AcquiredCaptions["track"],
): CatalogEpisode {
  const url = getVideoUrl(id);
  return {
    id: `youtube:${id}`,
    show: channel,
    number: null,
    title,
    hosts: [],
    guests: [],
    published,
    durationSeconds,
    language,
    links: [{ site: getSiteId(new URL(url)), url }],
    timing: "exact",
    ...(chapters.length && { chapters }),
  };
}
