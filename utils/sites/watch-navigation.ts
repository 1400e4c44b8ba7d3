import { isYouTubeDocument } from "./youtube-page.ts";

/**
 * YouTube changes from video to video without a page load and says so in these events (seen 2026-08; the second
 * comes when the data of the page has caught up with its address, the third is the mobile page's).
 */
const NAVIGATION_EVENTS = ["yt-navigate-finish", "yt-page-data-updated", "state-navigateend"];
/** How long a change that none of them tells can go unnoticed; by then the page has caught up with its address, too. */
const MAX_DETECTION_DELAY_MS = 1500;

/**
 * Calls back whenever the page may be another one, as long as it lives. It may be called when nothing changed.
 * YouTube's pages are not asked again and again where the browser tells that an address was changed (Chromium 102,
 * Firefox 147); of others the title is asked for as well, for headings that come late.
 */
export function watchNavigation(window: Window, changed: () => void): void {
  const { document, location } = window;
  if (isYouTubeDocument(document)) {
    for (const name of NAVIGATION_EVENTS) document.addEventListener(name, changed);
    const { navigation } = window as { navigation?: EventTarget };
    navigation?.addEventListener("currententrychange", () =>
      window.setTimeout(changed, MAX_DETECTION_DELAY_MS),
    );
    if (navigation) return;
  }
  window.addEventListener("popstate", changed);
  const now = () => `${location.href}\n${document.title}`;
  let last = now();
  window.setInterval(() => {
    if (document.hidden || now() === last) return;
    last = now();
    changed();
  }, MAX_DETECTION_DELAY_MS);
}
