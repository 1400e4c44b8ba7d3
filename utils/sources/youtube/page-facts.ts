import { CHANNEL_XPATH, WATCH_PAGE_XPATH } from "../../sites/youtube-page.ts";
import type { VideoFacts } from "./video-facts.ts";

/** In characters; longer texts are cut. */
const MAX_LENGTH = 300;

/** Reads what a page shows of its video, where the player tells nothing. */
export function readShownFacts(document: Document, video: string): VideoFacts {
  const read = (path: string) =>
    document
      .evaluate(`normalize-space(${path})`, document, null, XPathResult.STRING_TYPE)
      .stringValue.slice(0, MAX_LENGTH);
  // After a change of videos, the page can show the title of the one before for a moment.
  const isShown = read(`${WATCH_PAGE_XPATH}/@video-id`) === video;
  const heading = isShown ? read(`${WATCH_PAGE_XPATH}//ytd-watch-metadata//h1`) : "";
  return {
    id: video,
    title: heading || document.title.replace(/ - YouTube$/, "").slice(0, MAX_LENGTH),
    channel: isShown ? read(`${WATCH_PAGE_XPATH}${CHANNEL_XPATH}`) : "",
    description: "",
    durationSeconds: null,
    published: null,
    chapters: [],
  };
}
