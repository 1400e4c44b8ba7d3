/** What a page shows of itself. The page's script reads it and the background interprets it; none of it is trusted. */
export interface PageFacts {
  /** The page's address, which can be newer than its document. */
  url: string;
  /** First heading, or the title offered to other sites (`og:title`). */
  heading?: string | null;
  /** Title of the document. */
  title?: string | null;
  /** The address that the page declares as its own (`link rel=canonical`). */
  canonical?: string | null;
  /** On YouTube: the id in the page's data, which can be that of the video before, and the channel's name. */
  video?: { id: string | null; channel: string | null } | null;
}

/** What identifies the episode of a page. */
export interface PageEpisode {
  /** See `getEpisodeKey`. */
  key: string;
  /** Heading or title, which identifies an episode whose address is not in the catalog. */
  title: string | null;
  /** Number of the episode, where the page prints one. */
  number: number | null;
  /** Name of the YouTube channel; null on other sites. */
  channel: string | null;
}

/** Interprets the pages of one kind of site. */
export interface SiteAdapter {
  /** The episode that a page shows; null on other pages of the site. */
  read(url: URL, facts: PageFacts): PageEpisode | null;
}
