/** What a request for a transcript consists of. */
export interface PanelRequest {
  url: string;
  init: RequestInit;
}

/** What the page says about itself to YouTube's servers. */
export interface YouTubeClient {
  /** Version of YouTube's web application. */
  version: string;
  /** ISO 3166 code of the reader's country, as the page has it. */
  region: string;
}

/** YouTube accepts versions that are some months old (2026-07). */
const FALLBACK_CLIENT: YouTubeClient = { version: "2.20261106.00.00", region: "US" };

/** Reads version and region from the text of the page's configuration (`ytcfg.set({…})`). */
export function parseClient(config: string): YouTubeClient {
  const version = /"INNERTUBE(?:_CONTEXT)?_CLIENT_VERSION"\s*:\s*"(\d[\d.]{5,40})"/.exec(config)?.[1];
  const region = /"GL"\s*:\s*"([A-Z]{2})"/.exec(config)?.[1];
  return { version: version ?? FALLBACK_CLIENT.version, region: region ?? FALLBACK_CLIENT.region };
}

/**
 * Encodes the parameters for the transcript of a video: base64 of the protocol buffer `149: { 1: id, 3: 1 }`, where 1
 * is the "Transcript" chip of the panel "In this video" (www.youtube.com, 2026-06).
 *
 * @see https://protobuf.dev/programming-guides/encoding/
 * @example
 * encodePanelParams("dQw4w9WgXcQ"); // "qgkPCgtkUXc0dzlXZ1hjURgB"
 */
export function encodePanelParams(video: string): string {
  const message = [0x0a, video.length, ...new TextEncoder().encode(video), 0x18, 1];
  return btoa(String.fromCharCode(0xaa, 0x09, message.length, ...message));
}

/**
 * Creates the request that YouTube's own page sends when a reader opens the transcript. It carries the page's cookies
 * and no authorization.
 *
 * @param language BCP 47 tag. The answer has the captions of this language.
 */
export function createPanelRequest(
  origin: string,
  video: string,
  language: string,
  { version, region }: YouTubeClient,
): PanelRequest {
  const client = { clientName: "WEB", clientVersion: version, hl: language, gl: region };
  const body = {
    context: { client },
    panelId: "PAmodern_transcript_view",
    params: encodePanelParams(video),
  };
  return {
    url: `${origin}/youtubei/v1/get_panel?prettyPrint=false`,
    init: {
      method: "POST",
      credentials: "same-origin",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    },
  };
}
