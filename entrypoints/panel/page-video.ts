import { browser } from "wxt/browser";
import type { CatalogEpisode } from "../../utils/library/library-model.ts";
import { createVideoEpisode } from "../../utils/library/video-episode.ts";
import { getYouTubeId } from "../../utils/sites/episode-key.ts";
import { waitMilliseconds } from "../../utils/sources/youtube/captions-route.ts";
import { readShownFacts } from "../../utils/sources/youtube/page-facts.ts";
import { readPlayerResponse } from "../../utils/sources/youtube/player-response.ts";
import { runPlayerTask, type PlayerTask } from "../../utils/sources/youtube/player-task.ts";
import type { PlayerFacts } from "../../utils/sources/youtube/video-facts.ts";

/** How often the player is asked while it still has the data of the video before. */
const RETRY_INTERVAL_MS = 100;
/** A panel opens without the facts of the player after this time. */
const FACTS_TIMEOUT_MS = 500;

/** Whether the page shows a video, by its address. */
export const isCurrentVideo = (video: string): boolean => getYouTubeId(new URL(location.href)) === video;

/** Runs a task in the page's own world. */
export const askPlayer = (task: PlayerTask, signal: AbortSignal): Promise<string | null> =>
  runPlayerTask(document, browser.runtime.getURL("/player.js"), task, signal);

/** Reads what the player says about a video; null where there is no player. */
export async function readVideoFacts(video: string, signal: AbortSignal): Promise<PlayerFacts | null> {
  while (isCurrentVideo(video)) {
    const answer = await askPlayer({ name: "facts", video }, signal);
    if (answer === null) return null;
    const facts = readPlayerResponse(JSON.parse(answer));
    if (facts?.id === video) return facts;
    await waitMilliseconds(RETRY_INTERVAL_MS, signal);
  }
  return null;
}

/** Describes the page's video as an episode, by its player or else by what the page shows. */
export async function describeVideo(video: string, left: AbortSignal): Promise<CatalogEpisode> {
  const signal = AbortSignal.any([left, AbortSignal.timeout(FACTS_TIMEOUT_MS)]);
  const facts = await readVideoFacts(video, signal).catch(() => null);
  return createVideoEpisode(facts ?? readShownFacts(document, video), { language: "", kind: null });
}
