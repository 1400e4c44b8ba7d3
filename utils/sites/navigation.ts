/**
 * YouTube changes from video to video without a page load and says so in these events (seen 2026-08; the second
 * comes when the data of the page has caught up with its address, the third is the mobile page's).
 */
const EVENTS = ["yt-navigate-finish", "yt-page-data-updated", "state-navigateend"];
/** Sites change their address in ways no event tells; this is how long such a change can go unnoticed. */
const POLL_MS = 1500;

/** Calls back whenever the page may be another one, as long as it lives. It may be called when nothing changed. */
export function watchAddress(window: Window, changed: () => void): void {
  const { document, location } = window;
  for (const name of EVENTS) document.addEventListener(name, changed);
  window.addEventListener("popstate", changed);
  /** The title tells of headings that come late. */
  const now = () => `${location.href}\n${document.title}`;
  let last = now();
  window.setInterval(() => {
    if (document.hidden || now() === last) return;
    last = now();
    changed();
  }, POLL_MS);
}
