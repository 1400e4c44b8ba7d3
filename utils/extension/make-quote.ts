import type { CatalogEpisode, EpisodeLink } from "../library/library-model.ts";
import { createSelector } from "../quote/text-quote-selector.ts";
import type { TextRange } from "../quote/text-range.ts";
import { pickLink, createTimedLink, formatLink } from "../quote/links.ts";
import { extractQuotedParagraphs, formatQuoteTime, type Quote } from "../quote/quote.ts";
import type { SavedQuote } from "../quote/saved/saved-quotes.ts";
import { getSiteId, type SiteId } from "../sites/sites.ts";
import type { Transcript } from "../transcript/model/transcript.ts";
import { applySyncPoints, type SyncPoint } from "../transcript/timing/sync-points.ts";
import { toSeekSeconds, interpolateSeconds } from "../transcript/model/text-position.ts";

/** Words of an episode, and the clocks by which they are timed. */
export interface QuoteRequest {
  episode: CatalogEpisode;
  /** As the reader sees it, on the clock of their site. */
  shown: Transcript;
  /** On its own clock. */
  original: Transcript;
  range: TextRange;
  /** The reader's site; null where they are on none. */
  site: SiteId | null;
  /** Where the reader moved the times of this episode, by site. */
  syncPoints: { [site: string]: SyncPoint[] };
  /** The page to link to; without it the one that suits best. */
  link?: EpisodeLink | undefined;
}

/** A quote of some words; its time is that of the site the link points to. */
export function makeQuote(quoted: QuoteRequest): Quote {
  const { episode, range: extent, site } = quoted;
  const link = quoted.link ?? pickLink(episode.links, site);
  const { paragraphs, timing } = convertToSiteClock(link, quoted);
  const quotedParagraphs = extractQuotedParagraphs({ paragraphs }, extent);
  const seconds = interpolateSeconds(paragraphs, extent.start);
  const { title, show, number, hosts, guests, published } = episode;
  return {
    paragraphs: quotedParagraphs,
    episode: { title, show, number, hosts, guests, published },
    seconds,
    timing,
    url: link && createTimedLink(link, seconds && toSeekSeconds(seconds, timing), quotedParagraphs[0]?.heard),
  };
}

/** A link to some words, to paste alone; null where the episode is on no page. */
export function makeQuoteLink(quoted: QuoteRequest): string | null {
  const link = quoted.link ?? pickLink(quoted.episode.links, quoted.site);
  if (!link) return null;
  const { paragraphs, seconds, timing } = makeQuote({ ...quoted, link });
  return formatLink(
    link,
    seconds && toSeekSeconds(seconds, timing),
    formatQuoteTime(seconds, timing),
    paragraphs[0]?.heard,
  );
}

/** The transcript as shown, on the clock of a link's site. */
function convertToSiteClock(
  link: EpisodeLink | null,
  { shown, original: own, site, syncPoints: taps }: QuoteRequest,
): Transcript {
  const other = link && own.timing !== "none" ? getSiteId(new URL(link.url)) : site;
  if (other === null || other === site) return shown;
  const { paragraphs, timing } = applySyncPoints(own, taps[other] ?? []);
  return {
    ...shown,
    timing,
    paragraphs: shown.paragraphs.map((paragraph, i) => ({ ...paragraph, times: paragraphs[i]!.times })),
  };
}

/** A quote to be saved. What it remembers of its place is on the transcript's own clock. */
export function makeSavedQuote(quoted: QuoteRequest): SavedQuote {
  const { episode, shown, original: own, range: extent } = quoted;
  const created = new Date().toISOString();
  const selector = createSelector(shown.paragraphs, extent);
  return {
    ...makeQuote(quoted),
    id: crypto.randomUUID(),
    episodeId: episode.id,
    selector: { ...selector, mediaTime: interpolateSeconds(own.paragraphs, extent.start) },
    note: "",
    tags: [],
    created,
    modified: created,
  };
}
