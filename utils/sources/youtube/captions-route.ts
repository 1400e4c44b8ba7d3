import type { Cue } from "../../transcript/model/transcript.ts";
import type { CaptionsFailure } from "../../shared/result.ts";
import type { PublishedChapter } from "../../transcript/timing/chapters/parse-chapters.ts";
import type { CaptionTrack } from "./video-facts.ts";

/** The ways to a video's captions, in the order in which they are tried. */
export type RouteName = "page" | "panel-request" | "player" | "panel";

/** What a route reads. */
export interface CaptionsRequest {
  /** Id of the video. */
  video: string;
  /** The captions to read; null where the page does not tell which there are. */
  track: CaptionTrack | null;
  /** BCP 47 tag to ask for: that of the track, or else the page's own. */
  language: string;
  /** Aborts when the page is left, or the route's time is up. */
  signal: AbortSignal;
}

/** What a route found, or why it found nothing. */
export type RouteAnswer =
  | { ok: true; cues: Cue[]; chapters: readonly PublishedChapter[] }
  | {
      ok: false;
      reason: CaptionsFailure;
      /** When to try again, in milliseconds since 1970. */
      retryAt?: number;
    };

/** A way to a video's captions. It rejects when its signal aborts. */
export interface CaptionsRoute {
  name: RouteName;
  timeoutMs: number;
  read: (request: CaptionsRequest) => Promise<RouteAnswer>;
}

/** Resolves after some time; rejects when the signal aborts. */
export const waitMilliseconds = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", onAbort);
      resolve();
    }, ms);
    signal.addEventListener("abort", onAbort, { once: true });
  });
