import type { SiteId } from "../sites/sites.ts";
import type { Transcript } from "../transcript/model/transcript.ts";
import { interpolateSeconds, toSeekSeconds } from "../transcript/model/text-position.ts";
import { applySyncPoints, type SyncPoint } from "../transcript/timing/sync-points.ts";
import { createTimedLink, formatLink, pickLink, type PageLink } from "./links.ts";
import { extractQuotedParagraphs, formatQuoteTime, type Quote, type QuotedEpisode } from "./quote.ts";
import type { TextRange } from "./text-range.ts";

/** A range of an episode's transcript to quote, with both of its clocks. */
export interface QuoteRequest {
  episode: QuotedEpisode & { id: string; links: readonly PageLink[] };
  /** As the reader sees it, on the clock of `site`. */
  shown: Transcript;
  /** On its own clock. */
  original: Transcript;
  range: TextRange;
  /** The reader's site; null outside of any. */
  site: SiteId | null;
  /** The reader's sync points for this episode, by site. */
  syncPoints: { readonly [site: string]: readonly SyncPoint[] };
  /** The page to link to; by default the most suitable one. */
  link?: PageLink | undefined;
}

/**
 * Creates a quote. Its times and its link are on the clock of the linked page's site, which may have other
 * advertisements than the reader's.
 * @example
 * const text = formatQuote(createQuote(request), settings);
 */
export function createQuote(request: QuoteRequest): Quote {
  const { episode, range } = request;
  const link = chooseLink(request);
  const { paragraphs, timing } = convertToSiteClock(request, link);
  const quoted = extractQuotedParagraphs({ paragraphs }, range);
  const seconds = interpolateSeconds(paragraphs, range.start);
  const { title, show, number, hosts, guests, published } = episode;
  return {
    paragraphs: quoted,
    episode: { title, show, number, hosts, guests, published },
    seconds,
    timing,
    url: link && createTimedLink(link, seconds && toSeekSeconds(seconds, timing), quoted[0]?.heard),
  };
}

/** Creates a link to the range, as text; null for an episode without pages. */
export function createQuoteLink(request: QuoteRequest): string | null {
  const link = chooseLink(request);
  if (!link) return null;
  const { paragraphs, seconds, timing } = createQuote({ ...request, link });
  return formatLink(
    link,
    seconds && toSeekSeconds(seconds, timing),
    formatQuoteTime(seconds, timing),
    paragraphs[0]?.heard,
  );
}

const chooseLink = ({ link, episode, site }: QuoteRequest): PageLink | null =>
  link ?? pickLink(episode.links, site);

/** The shown text with the times of the linked site; of the reader's own site where the transcript has no times. */
function convertToSiteClock(
  { shown, original, site, syncPoints }: QuoteRequest,
  link: PageLink | null,
): Pick<Transcript, "paragraphs" | "timing"> {
  const linked = link && original.timing !== "none" ? link.site : site;
  if (linked === null || linked === site) return shown;
  const { paragraphs, timing } = applySyncPoints(original, syncPoints[linked] ?? []);
  return {
    timing,
    paragraphs: shown.paragraphs.map((paragraph, i) => ({ ...paragraph, times: paragraphs[i]!.times })),
  };
}
