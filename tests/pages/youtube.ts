import { captionRows } from "./captions.ts";
import { panelRowsHtml, playerResponse, TALKS } from "./talks.ts";
import { VIDEOS } from "./videos.ts";

/**
 * A stand-in for YouTube's pages with their traps: a root font of 10 px, a hidden watch page left behind with a
 * video of its own, data in the head that goes stale, a side column that is folded away in narrow windows.
 */
export function youtubePage(url: URL): string {
  const [first = "", second = ""] = url.pathname.split("/").slice(1);
  if (first === "embed")
    return page(
      `<div id="movie_player"><video class="html5-main-video" src="/media/${second}"></video></div>`,
      "embed",
      second,
    );
  if (first === "shorts")
    return page(
      `<ytd-shorts><ytd-reel-video-renderer is-active><div id="shorts-player"><video src="/media/${second}"></video></div></ytd-reel-video-renderer></ytd-shorts>`,
      "shorts",
      second,
    );
  const id = url.searchParams.get("v") ?? (first === "live" ? second : "");
  const video = VIDEOS[id] ?? TALKS[id];
  const watch = `
    <ytd-watch-flexy hidden role="main" video-id="zzzzzzzzzzz">
      <video src="/media/7200"></video>
      <div id="secondary"><div id="secondary-inner"></div></div>
    </ytd-watch-flexy>
    <ytd-watch-flexy role="main" video-id="${id}" is-two-columns_ ${video ? "" : "hidden"}>
      <div id="columns">
        <div id="primary">
          <div id="movie_player" class="html5-video-player">
            <video class="html5-main-video" src="${video ? `/media/${id}` : ""}" preload="auto" controls></video>
          </div>
          <div id="below"><ytd-watch-metadata>
            <h1><yt-formatted-string>${video?.title ?? ""}</yt-formatted-string></h1>
            <div id="owner"><ytd-channel-name id="channel-name"><a href="/@channel">${video?.channel ?? ""}</a></ytd-channel-name></div>
            <input id="comment" aria-label="Comment" />
          </ytd-watch-metadata></div>
        </div>
        <div id="secondary"><div id="secondary-inner"><div id="panels">${url.searchParams.has("captions") ? captionRows() : ""}${panelHtml(id, url.searchParams.has("opened"))}</div><div id="related">
          ${Object.entries(VIDEOS)
            .map(([other, { title }]) => `<a class="related" href="/watch?v=${other}">${title}</a>`)
            .join("\n")}
          <a class="related" href="/">Home</a>
        </div></div></div>
      </div>
    </ytd-watch-flexy>`;
  return page(
    `<div id="masthead">YouTube stand-in</div><ytd-app><div id="page-manager">${watch}</div></ytd-app>`,
    video?.title ?? "Home",
    id,
  );
}

/** YouTube's own transcript of a talk: a button, and a panel that fills after a click. */
function panelHtml(id: string, isOpened: boolean): string {
  const panel = TALKS[id]?.panel;
  if (!panel) return "";
  const target = panel === "legacy" ? "engagement-panel-searchable-transcript" : "PAmodern_transcript_view";
  return `<ytd-video-description-transcript-section-renderer><button>Show transcript</button></ytd-video-description-transcript-section-renderer>
    <ytd-engagement-panel-section-list-renderer target-id="${target}" visibility="ENGAGEMENT_PANEL_VISIBILITY_${isOpened ? "EXPANDED" : "HIDDEN"}">
      <div id="visibility-button"><button>Close</button></div>
      <div class="rows">${isOpened ? panelRowsHtml(id) : ""}</div><div class="copy" hidden></div>
      <template>${panelRowsHtml(id)}</template>
    </ytd-engagement-panel-section-list-renderer>`;
}

/** The data that YouTube's pages carry in inline scripts: the configuration, and what the player says. */
const pageData = (id: string) =>
  `<script type="application/json">{"INNERTUBE_CLIENT_VERSION":"2.20261101.01.00","GL":"DE"}</script>
    ${TALKS[id] ? `<script type="application/json" id="player-data">${JSON.stringify(playerResponse(id))}</script>` : ""}`;

const page = (body: string, title: string, id = "") => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>${title} - YouTube</title>
    <meta property="og:url" content="https://www.youtube.com/watch?v=${id}" />
    <meta property="og:title" content="${title}" />
    <link rel="stylesheet" href="/standin.css" />
    ${pageData(id)}
    <script src="/standin.js" defer></script>
  </head>
  <body>${body}</body>
</html>`;
