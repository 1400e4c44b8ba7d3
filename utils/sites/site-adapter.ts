/** What a page shows of itself, read in the page and understood in the background. None of it is to be trusted. */
export interface PageFacts {
  /** The page's address; a document can be older than it. */
  url: string;
  /** Its heading, or the title it gives to others. */
  heading?: string | null;
  /** Its title, as a tab shows it. */
  title?: string | null;
  /** The address it says it was written for. */
  canonical?: string | null;
  /** Of a video, as far as YouTube's page shows one: its id, which can be that of the video before, and its channel. */
  video?: { id: string | null; channel: string | null } | null;
}

/** What a page says about the episode it is for. */
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

/** How one site's pages are understood. */
export interface SiteAdapter {
  /** Short name; the settings are kept under it. */
  site: string;
  /** Whether this adapter reads pages of the host (without "www."). */
  matches(host: string): boolean;
  /** The episode a page is for; null on any other page. */
  read(url: URL, facts: PageFacts): PageEpisode | null;
}
