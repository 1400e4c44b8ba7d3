import type { PageFacts } from "./site-adapter.ts";
import { CHANNEL_XPATH, isYouTubeDocument, WATCH_PAGE_XPATH } from "./youtube-page.ts";

/** Longest text and longest address taken from a page, in characters. */
const MAX_TEXT_LENGTH = 300;
const MAX_URL_LENGTH = 2000;

/**
 * Reads what a page shows of itself. It is all that is done on pages that are no episode's, and done by XPath, which
 * gives text: the first element that a script is handed takes Chromium 0.7 ms for its interfaces (seen in 156).
 */
export function readPageFacts(document: Document): PageFacts {
  const address = document.location.href.slice(0, MAX_URL_LENGTH);
  const text = (path: string, most = MAX_TEXT_LENGTH) =>
    document
      .evaluate(`normalize-space(${path})`, document, null, XPathResult.STRING_TYPE)
      .stringValue.slice(0, most) || null;
  if (isYouTubeDocument(document))
    return {
      url: address,
      video: {
        id: text(`${WATCH_PAGE_XPATH}/@video-id`),
        channel: text(`${WATCH_PAGE_XPATH}${CHANNEL_XPATH}`),
      },
    };
  return {
    url: address,
    heading: text("//h1") ?? text("//meta[@property='og:title']/@content"),
    title: text("//head/title"),
    canonical: text("//link[@rel='canonical']/@href", MAX_URL_LENGTH),
  };
}
