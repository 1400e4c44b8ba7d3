/** What a page says about the episode it is for. All of it comes from the page and is not to be trusted. */
export interface PageEpisode {
  /** What names the page: see `episodeKey`. */
  key: string;
  /** Heading or title, to know an episode by where its address is not known. */
  title: string | null;
  /** Number of the episode, where the page prints one. */
  number: number | null;
  /** Name of the YouTube channel, where the page is a video. */
  channel: string | null;
}

/** How one site's pages are read. The address is handed over because a document can be older than it. */
export interface SiteAdapter {
  /** Short name; the settings are kept under it. */
  site: string;
  /** Whether this adapter reads pages of the host (without "www."). */
  matches(host: string): boolean;
  /** The episode a page is for; null on any other page. */
  read(url: URL, document: Document): PageEpisode | null;
}

/** Longest text taken from a page, in characters. */
const LONGEST_TEXT = 300;

/** Text of the first element that a selector finds, on one line and no longer than a title can be. */
export function textOf(root: ParentNode, selector: string): string | null {
  const element = root.querySelector(selector);
  const text = element instanceof HTMLMetaElement ? element.content : element?.textContent;
  return text?.replace(/\s+/g, " ").trim().slice(0, LONGEST_TEXT) || null;
}
