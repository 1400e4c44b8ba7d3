/** What is used of YouTube's player, which has no public specification (www.youtube.com, 2026-05). */
export interface YouTubePlayer extends Element {
  getPlayerResponse?: () => unknown;
  /** 1 plays, 2 is paused (https://developers.google.com/youtube/iframe_api_reference#Playback_status). */
  getPlayerState?: () => number;
  playVideo?: () => void;
  pauseVideo?: () => void;
  loadModule?: (name: "captions") => void;
  getOption?: (module: "captions", option: "track") => unknown;
  setOption?: (module: "captions", option: "track", track: unknown) => void;
}

/** Finds the player of a watch page, of Shorts or of an embedded video. */
export const findPlayer = (document: Document): YouTubePlayer | null =>
  document.querySelector<YouTubePlayer>("ytd-shorts:not([hidden]) #shorts-player") ??
  document.querySelector<YouTubePlayer>("#movie_player");

interface PlayerResponse {
  [part: string]: unknown;
  streamingData?: { adaptiveFormats?: { audioTrack?: unknown; xtags?: unknown }[] };
}

/** The parts of the player's data that tell facts and captions. The rest is large and signed. */
export function readPlayerFacts(player: YouTubePlayer): unknown {
  const response = (player.getPlayerResponse?.() ?? {}) as PlayerResponse;
  const { videoDetails, playabilityStatus, microformat, captions, streamingData } = response;
  const adaptiveFormats = streamingData?.adaptiveFormats
    ?.filter(({ audioTrack }) => audioTrack)
    .map(({ audioTrack, xtags }) => ({ audioTrack, xtags }));
  return { videoDetails, playabilityStatus, microformat, captions, streamingData: { adaptiveFormats } };
}
