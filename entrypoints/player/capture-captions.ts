import { MAX_PLAYER_ANSWER, type PlayerTask } from "../../utils/sources/youtube/player-task.ts";
import type { YouTubePlayer } from "./youtube-player.ts";

type CaptionsTask = Extract<PlayerTask, { name: "captions" }>;

/** State of a player that is paused. */
const PAUSED = 2;

/**
 * Has the player load captions and resolves with the body of the answer. The player signs its requests, so its answer
 * is read rather than asked for again. What was changed in the page is restored when `stop` aborts.
 */
export function captureCaptions(
  player: YouTubePlayer,
  task: CaptionsTask,
  stop: AbortSignal,
): Promise<string | null> {
  return new Promise((resolve) => {
    const onBody = (address: string, body: string) => {
      if (isCaptionsAddress(address, task) && body.length <= MAX_PLAYER_ANSWER) resolve(body);
    };
    hookRequests((address) => isCaptionsAddress(address, task), onBody, stop);
    stop.addEventListener("abort", () => resolve(null), { once: true });
    showTrack(player, task, stop);
  });
}

/** Whether an address is that of the captions of the video in the language, which the player asks for. */
function isCaptionsAddress(address: string, { video, language }: CaptionsTask): boolean {
  const url = URL.canParse(address, location.href) ? new URL(address, location.href) : null;
  return (
    url !== null &&
    url.origin === location.origin &&
    url.pathname === "/api/timedtext" &&
    url.searchParams.get("v") === video &&
    url.searchParams.get("lang") === language
  );
}

/** Reports the answers to requests of the page, made in either way, until `stop` aborts. */
function hookRequests(
  isWanted: (address: string) => boolean,
  onBody: (address: string, body: string) => void,
  stop: AbortSignal,
): void {
  const { fetch } = window;
  const { open } = XMLHttpRequest.prototype;
  const hookedFetch: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    const address = input instanceof Request ? input.url : String(input);
    if (!stop.aborted && isWanted(address))
      void response
        .clone()
        .text()
        .then((body) => onBody(address, body))
        .catch(() => null);
    return response;
  };
  const hookedOpen = function (this: XMLHttpRequest, ...parts: unknown[]) {
    const address = String(parts[1]);
    if (!stop.aborted && isWanted(address))
      this.addEventListener("load", () => {
        if (/^(?:text)?$/.test(this.responseType)) onBody(address, this.responseText);
      });
    return Reflect.apply(open, this, parts) as undefined;
  };
  window.fetch = hookedFetch;
  XMLHttpRequest.prototype.open = hookedOpen as typeof open;
  const restore = () => {
    // A hook that was put over this one still calls it, so it stays and does nothing.
    if (window.fetch === hookedFetch) window.fetch = fetch;
    if (XMLHttpRequest.prototype.open === hookedOpen) XMLHttpRequest.prototype.open = open;
  };
  stop.addEventListener("abort", restore, { once: true });
}

/** Shows a caption track until `stop` aborts. The player asks only for a track that changes, and only while it plays. */
function showTrack(player: YouTubePlayer, { language, kind }: CaptionsTask, stop: AbortSignal): void {
  player.loadModule?.("captions");
  const before = player.getOption?.("captions", "track") ?? {};
  const isPaused = player.getPlayerState?.() === PAUSED;
  stop.addEventListener(
    "abort",
    () => {
      player.setOption?.("captions", "track", before);
      if (isPaused) player.pauseVideo?.();
    },
    { once: true },
  );
  const track = {
    languageCode: language,
    ...(kind === "automatic" && { kind: "asr" }),
    vss_id: `${kind === "automatic" ? "a" : ""}.${language}`,
  };
  player.setOption?.("captions", "track", {});
  player.setOption?.("captions", "track", track);
  if (isPaused) player.playVideo?.();
}
