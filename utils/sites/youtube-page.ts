/**
 * The watch page in use; pages left behind stay in the document, hidden (seen 2026-08). Matches once at the most.
 */
const WATCH =
  "ytd-watch-flexy[role=main]:not([hidden]), ytd-watch-flexy:not([hidden]), ytd-watch-grid:not([hidden])";
/** Channel under the video, in the watch page; of several people's videos the second form (2026-08). */
export const CHANNEL = "#owner #channel-name a, #channel-name a, #attributed-channel-name a";
/**
 * Where the transcript stands: beside the video, not in #related or #panels, which are made anew; and in windows too
 * narrow for two columns between the player and what is told of the video (2026-08).
 */
const COLUMNS = ["#secondary-inner", "#secondary", "#below"];

/** What is looked at matters less than that little is: this runs on every page of our hosts. */
const HOST = /(?:^|\.)youtube(?:-nocookie)?\.com$/;

/** Whether a document is one of YouTube's. */
export const isOnYouTube = ({ location }: Document): boolean => HOST.test(location.hostname);

/** The watch page that is shown; null on YouTube's other pages. */
export const watchPage = (document: Document): Element | null => document.querySelector(WATCH);

/** Where the transcript can stand on the watch page that is shown, the best first; some may be folded away. */
export function columnsOf(document: Document): HTMLElement[] {
  const watch = watchPage(document);
  return COLUMNS.flatMap((column) => watch?.querySelector<HTMLElement>(column) ?? []);
}
