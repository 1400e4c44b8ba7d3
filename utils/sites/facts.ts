import type { PageFacts } from "./page.ts";
import { CHANNEL, isOnYouTube, WATCH } from "./youtube-page.ts";

/** Longest text and longest address taken from a page, in characters. */
const LONGEST_TEXT = 300;
const LONGEST_ADDRESS = 2000;

/**
 * Reads what a page shows of itself. It is all that is done on pages that are no episode's, and done by XPath, which
 * gives text: the first element that a script is handed takes Chromium 0.7 ms for its interfaces (seen in 156).
 */
export function readFacts(document: Document): PageFacts {
  const address = document.location.href.slice(0, LONGEST_ADDRESS);
  const text = (path: string, most = LONGEST_TEXT) =>
    document
      .evaluate(`normalize-space(${path})`, document, null, XPathResult.STRING_TYPE)
      .stringValue.slice(0, most) || null;
  if (isOnYouTube(document))
    return { address, video: { id: text(`${WATCH}/@video-id`), channel: text(`${WATCH}${CHANNEL}`) } };
  return {
    address,
    heading: text("//h1") ?? text("//meta[@property='og:title']/@content"),
    title: text("//head/title"),
    canonical: text("//link[@rel='canonical']/@href", LONGEST_ADDRESS),
  };
}
