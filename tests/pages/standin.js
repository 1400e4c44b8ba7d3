/**
 * What the stand-in pages do: shortcuts of the page, an address that changes without a load, adverts. It runs under
 * the page's own strict policy. Tests read `window.standin`.
 */
"use strict";

const standin = { shortcuts: [], errors: [] };
window.standin = standin;
addEventListener("error", (event) => standin.errors.push(String(event.message)));
addEventListener("unhandledrejection", (event) => standin.errors.push(String(event.reason)));

const watch = () =>
  document.querySelector("ytd-watch-flexy:not([hidden])") ?? document.querySelectorAll("ytd-watch-flexy")[1];
const player = () =>
  document.querySelector("#movie_player video, ytd-watch-flexy:not([hidden]) video, audio, video");

/** As on YouTube: single keys act unless something that takes text has the focus. Space acts on keyup. */
const isField = (target) => /^(?:INPUT|TEXTAREA)$/.test(target.tagName) || target.isContentEditable;
for (const name of ["keydown", "keypress", "keyup"])
  document.addEventListener(name, (event) => {
    if (isField(event.target)) return;
    standin.shortcuts.push(`${name}:${event.key}`);
    if (name !== "keydown" || event.key !== "k") return;
    const media = player();
    void (media?.paused ? media.play() : media?.pause());
  });

/** Goes to another video without a load, in YouTube's order: address, start, old page still there, finish, data. */
standin.go = async (href, delay = 120) => {
  const url = new URL(href, location.href);
  const id = url.searchParams.get("v");
  document.dispatchEvent(new CustomEvent("yt-navigate-start", { bubbles: true }));
  history.pushState({}, "", url);
  await new Promise((resolve) => setTimeout(resolve, delay));
  const page = watch();
  if (id) {
    page.hidden = false;
    page.setAttribute("video-id", id);
    page.querySelector("video").src = `/media/${id}`;
  } else page.hidden = true;
  document.dispatchEvent(
    new CustomEvent("yt-navigate-finish", { bubbles: true, detail: { pageType: id ? "watch" : "browse" } }),
  );
  await new Promise((resolve) => setTimeout(resolve, delay));
  const facts = await (await fetch(`/facts/${id}`)).json();
  page.querySelector("h1 yt-formatted-string").textContent = facts.title;
  page.querySelector("#channel-name a").textContent = facts.channel;
  playerData = facts.player ?? null;
  document.dispatchEvent(new CustomEvent("yt-page-data-updated", { bubbles: true }));
};

/** What YouTube's player says of the video. After a change of videos it is the one before for a moment. */
let playerData = JSON.parse(document.querySelector("#player-data")?.textContent ?? "null");
standin.tracks = [];
for (const element of document.querySelectorAll("#movie_player, #shorts-player"))
  Object.assign(element, {
    getPlayerResponse: () => playerData,
    getPlayerState: () => 1,
    loadModule() {},
    getOption: () => ({}),
    setOption(_module, _option, track) {
      standin.tracks.push(track.languageCode ?? "");
      if (!track.languageCode) return;
      const request = new XMLHttpRequest();
      const query = `v=${playerData.videoDetails.videoId}&lang=${track.languageCode}&fmt=json3&pot=x`;
      request.open("GET", `/api/timedtext?${query}`);
      request.send();
    },
  });

/** YouTube's own transcript: fills in two batches after a click, and so does a hidden copy. */
document.addEventListener("click", async ({ target }) => {
  const panel = document.querySelector("ytd-engagement-panel-section-list-renderer");
  const show = (state) => panel.setAttribute("visibility", `ENGAGEMENT_PANEL_VISIBILITY_${state}`);
  if (target.closest?.("#visibility-button")) show("HIDDEN");
  if (!target.closest?.("ytd-video-description-transcript-section-renderer")) return;
  show("EXPANDED");
  const rows = [...panel.querySelector("template").content.children];
  for (const batch of [rows.slice(0, 20), rows.slice(20)]) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    for (const box of panel.querySelectorAll(".rows, .copy"))
      box.append(...batch.map((row) => row.cloneNode(true)));
  }
});

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a.related");
  if (!link) return;
  event.preventDefault();
  void standin.go(link.href);
});

/** An advert in the episode's place: its own recording in the same element, told by a class alone. */
standin.advert = (shown) => {
  const box = document.querySelector("#movie_player");
  const video = box.querySelector("video");
  box.classList.toggle("ad-showing", shown);
  box.classList.toggle("ad-interrupting", shown);
  video.src = shown ? "/media/30" : `/media/${watch().getAttribute("video-id")}`;
};

/** Pages that are put together late. */
setTimeout(() => {
  const late = document.querySelector("template[data-title]");
  if (!late) return;
  late.replaceWith(late.content.cloneNode(true));
  document.title = late.dataset.title;
}, 1000);
