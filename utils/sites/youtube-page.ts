/**
 * The watch page in use, as XPath; pages left behind stay beside it, hidden (seen 2026-08). From `id()` on, for YouTube's
 * documents have ten thousand elements: a condition asked of each takes 6 ms.
 */
export const WATCH_PAGE_XPATH =
  "id('page-manager')/*[self::ytd-watch-flexy or self::ytd-watch-grid][not(@hidden)]";
/** Channel under the video, in the watch page; the second name where a video is by several people (2026-08). */
export const CHANNEL_XPATH =
  "//ytd-watch-metadata//*[@id='channel-name' or @id='attributed-channel-name']//a";
/**
 * Where the transcript stands: beside the video, not in #related or #panels, which are made anew; and in windows too
 * narrow for two columns between the player and what is told of the video (2026-08).
 */
const COLUMN_SELECTORS = ["#secondary-inner", "#secondary", "#below"];

/** Whether a document is one of YouTube's. Asked on every page of our hosts, so without a pattern to compile. */
export const isYouTubeDocument = ({ location }: Document): boolean =>
  location.hostname.endsWith(".youtube.com");

/** The watch page that is shown; null on YouTube's other pages. */
export const findWatchPage = (document: Document): Element | null =>
  document.evaluate(WATCH_PAGE_XPATH, document, null, XPathResult.FIRST_ORDERED_NODE_TYPE)
    .singleNodeValue as Element | null;

/** Where the transcript can stand on the watch page that is shown, the best first; some may be folded away. */
export function findTranscriptColumns(document: Document): HTMLElement[] {
  const watch = findWatchPage(document);
  return COLUMN_SELECTORS.flatMap((column) => watch?.querySelector<HTMLElement>(column) ?? []);
}
