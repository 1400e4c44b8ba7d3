import { captionRows } from "./captions.ts";
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
    );
  if (first === "shorts")
    return page(
      `<ytd-shorts><ytd-reel-video-renderer is-active><div id="shorts-player"><video src="/media/${second}"></video></div></ytd-reel-video-renderer></ytd-shorts>`,
      "shorts",
    );
  const id = url.searchParams.get("v") ?? (first === "live" ? second : "");
  const video = VIDEOS[id];
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
        <div id="secondary"><div id="secondary-inner"><div id="panels">${url.searchParams.has("captions") ? captionRows() : ""}</div><div id="related">
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

const page = (body: string, title: string, id = "") => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>${title} - YouTube</title>
    <meta property="og:url" content="https://www.youtube.com/watch?v=${id}" />
    <meta property="og:title" content="${title}" />
    <link rel="stylesheet" href="/standin.css" />
    <script src="/standin.js" defer></script>
  </head>
  <body>${body}</body>
</html>`;
