import { isYouTubeDocument } from "./youtube-page.ts";

/**
 * YouTube goes from video to video without a page load and dispatches these events (www and m.youtube.com, 2026-08).
 * The second follows when the page's data matches its address; the third is the mobile site's.
 */
const NAVIGATION_EVENTS = ["yt-navigate-finish", "yt-page-data-updated", "state-navigateend"];
/** Longest delay until a change without an event is noticed; the page's data matches its address by then. */
const MAX_DETECTION_DELAY_MS = 1500;

/**
 * Calls back whenever the page may have changed, until it is unloaded. Calls without a change are possible.
 *
 * YouTube's pages are not polled where the Navigation API exists (Chromium 102, Firefox 147,
 * https://developer.mozilla.org/docs/Web/API/Navigation_API). Others are polled for their title, too, because their
 * headings can arrive late.
 */
export function watchNavigation(window: Window, onChange: () => void): void {
  const { document, location } = window;
  if (isYouTubeDocument(document)) {
    for (const name of NAVIGATION_EVENTS) document.addEventListener(name, onChange);
    const { navigation } = window as { navigation?: EventTarget };
    navigation?.addEventListener("currententrychange", () =>
      window.setTimeout(onChange, MAX_DETECTION_DELAY_MS),
    );
    if (navigation) return;
  }
  window.addEventListener("popstate", onChange);
  const getState = () => `${location.href}\n${document.title}`;
  let last = getState();
  window.setInterval(() => {
    if (document.hidden || getState() === last) return;
    last = getState();
    onChange();
  }, MAX_DETECTION_DELAY_MS);
}
