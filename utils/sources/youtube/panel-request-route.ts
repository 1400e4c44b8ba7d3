import type { CaptionsRoute, RouteAnswer } from "./captions-route.ts";
import { createPanelRequest, parseClient } from "./panel-request.ts";
import { parsePanelResponse } from "./panel-response.ts";

/** What the route needs from the page. */
export interface PanelRequestPorts {
  document: Document;
  /** The page's own `fetch`, so that the request comes from YouTube's origin. */
  fetch: typeof fetch;
  /** In milliseconds since 1970. */
  now: () => number;
}

/** How long to wait after YouTube refused a request without naming a time. */
const DEFAULT_PAUSE_MS = 10 * 60_000;
const MAX_PAUSE_MS = 24 * 3_600_000;
/** A talk of ten hours has an answer of some 8 MB. */
const MAX_RESPONSE_CHARACTERS = 30_000_000;

/** Asks YouTube for the transcript in the way its own page does. */
export function createPanelRequestRoute({ document, fetch, now }: PanelRequestPorts): CaptionsRoute {
  const readRefusal = (response: Response): RouteAnswer => {
    const seconds = Number(response.headers.get("retry-after"));
    const pause = seconds > 0 ? Math.min(seconds * 1000, MAX_PAUSE_MS) : DEFAULT_PAUSE_MS;
    return { ok: false, reason: "captions-refused", retryAt: now() + pause };
  };
  return {
    name: "panel-request",
    timeoutMs: 5000,
    async read({ video, language, signal }) {
      const client = parseClient(readPageConfig(document));
      const { url, init } = createPanelRequest(document.location.origin, video, language, client);
      let response: Response;
      let text: string;
      try {
        response = await fetch(url, { ...init, signal });
        text = await response.text();
      } catch {
        signal.throwIfAborted();
        return { ok: false, reason: "offline" };
      }
      if (response.status === 429 || response.status === 403) return readRefusal(response);
      if (!response.ok) return { ok: false, reason: "youtube-changed" };
      if (!text) return { ok: false, reason: "captions-withheld" };
      return readAnswer(text, video);
    },
  };
}

function readAnswer(text: string, video: string): RouteAnswer {
  const value = text.length > MAX_RESPONSE_CHARACTERS ? null : parseJson(text);
  if (value === null) return { ok: false, reason: "youtube-changed" };
  const { cues, chapters, hasContent, isOtherVideo } = parsePanelResponse(value, video);
  if (cues.length) return { ok: true, cues, chapters };
  if (!hasContent && !isOtherVideo) return { ok: false, reason: "captions-none" };
  return { ok: false, reason: isOtherVideo ? "captions-stale" : "youtube-changed" };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** The text of the script that sets the page's configuration; empty where there is none. */
const readPageConfig = (document: Document): string =>
  document.evaluate(
    "string(//script[contains(., 'CLIENT_VERSION')])",
    document,
    null,
    XPathResult.STRING_TYPE,
  ).stringValue;
