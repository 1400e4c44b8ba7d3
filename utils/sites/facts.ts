import type { PageFacts } from "./page.ts";
import { CHANNEL, isOnYouTube, watchPage } from "./youtube-page.ts";

/** Longest text and longest address taken from a page, in characters. */
const [LONGEST_TEXT, LONGEST_ADDRESS] = [300, 2000];

/** Reads what a page shows of itself. It is all that is done on pages that are no episode's. */
export function readFacts(document: Document): PageFacts {
  const address = document.location.href.slice(0, LONGEST_ADDRESS);
  if (isOnYouTube(document)) {
    const watch = watchPage(document);
    return {
      address,
      video: watch && { id: watch.getAttribute("video-id"), channel: textOf(watch, CHANNEL) },
    };
  }
  return {
    address,
    heading: textOf(document, "h1") ?? textOf(document, "meta[property='og:title']"),
    title: textOf(document, "title"),
    canonical:
      document.querySelector<HTMLLinkElement>("link[rel=canonical]")?.href.slice(0, LONGEST_ADDRESS) ?? null,
  };
}

/** Text of the first element that a selector finds, on one line and no longer than a title can be. */
function textOf(root: ParentNode, selector: string): string | null {
  const element = root.querySelector(selector);
  const text = element instanceof HTMLMetaElement ? element.content : element?.textContent;
  return text?.replace(/\s+/g, " ").trim().slice(0, LONGEST_TEXT) || null;
}
