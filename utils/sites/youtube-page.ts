/**
 * The visible watch page, as XPath; YouTube hides earlier ones beside it (www.youtube.com, 2026-08). It starts from
 * `id()`, because testing each of a document's ten thousand elements takes 6 ms.
 */
export const WATCH_PAGE_XPATH =
  "id('page-manager')/*[self::ytd-watch-flexy or self::ytd-watch-grid][not(@hidden)]";
/** The channel below the video, within the watch page; the second id is of videos by several channels (2026-08). */
export const CHANNEL_XPATH =
  "//ytd-watch-metadata//*[@id='channel-name' or @id='attributed-channel-name']//a";
/**
 * Containers for the panel: the column beside the video, then, in windows with one column, the part below the player.
 * YouTube rebuilds `#related` and `#panels`, so these are not used (www.youtube.com, 2026-08).
 */
const COLUMN_SELECTORS = ["#secondary-inner", "#secondary", "#below"];

/** Whether a document is YouTube's. Runs on every matched page, so it needs neither the table of sites nor a pattern. */
export const isYouTubeDocument = ({ location }: Document): boolean =>
  location.hostname.endsWith(".youtube.com");

/** Finds the visible watch page; null on YouTube's other pages. */
export const findWatchPage = (document: Document): Element | null =>
  document.evaluate(WATCH_PAGE_XPATH, document, null, XPathResult.FIRST_ORDERED_NODE_TYPE)
    .singleNodeValue as Element | null;

/** Finds containers for the panel on the visible watch page, the best first. Some can be collapsed. */
export function findTranscriptColumns(document: Document): HTMLElement[] {
  const watch = findWatchPage(document);
  return COLUMN_SELECTORS.flatMap((column) => watch?.querySelector<HTMLElement>(column) ?? []);
}
