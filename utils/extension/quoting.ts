import type { CatalogEpisode, EpisodeLink } from "../library/facts.ts";
import { anchorOf } from "../quote/anchor.ts";
import type { Extent } from "../quote/extent.ts";
import { bestLink, linkAt, linkText } from "../quote/links.ts";
import { saidIn, timeText, type Quote } from "../quote/quote.ts";
import type { SavedQuote } from "../quote/saved/saved.ts";
import { siteOf } from "../sites/adapters.ts";
import type { Transcript } from "../transcript/model.ts";
import { applySyncPoints, type SyncPoint } from "../transcript/timing/shifts.ts";
import { toSeekSeconds, interpolateSeconds } from "../transcript/times.ts";

/** Words of an episode, and the clocks by which they are timed. */
export interface Quoted {
  episode: CatalogEpisode;
  /** As the reader sees it, on the clock of their site. */
  shown: Transcript;
  /** On its own clock. */
  own: Transcript;
  extent: Extent;
  /** The reader's site; null where they are on none. */
  site: string | null;
  /** Where the reader moved the times of this episode, by site. */
  taps: { [site: string]: SyncPoint[] };
  /** The page to link to; without it the one that suits best. */
  link?: EpisodeLink | undefined;
}

/** A quote of some words; its time is that of the site the link points to. */
export function makeQuote(quoted: Quoted): Quote {
  const { episode, extent, site } = quoted;
  const link = quoted.link ?? bestLink(episode.links, site);
  const { paragraphs, timing } = onSiteOf(link, quoted);
  const said = saidIn({ paragraphs }, extent);
  const seconds = interpolateSeconds(paragraphs, extent.from);
  const { title, show, number, hosts, guests, published } = episode;
  return {
    said,
    episode: { title, show, number, hosts, guests, published },
    seconds,
    timing,
    url: link && linkAt(link, seconds && toSeekSeconds(seconds, timing), said[0]?.heard),
  };
}

/** A link to some words, to paste alone; null where the episode is on no page. */
export function makeLink(quoted: Quoted): string | null {
  const link = quoted.link ?? bestLink(quoted.episode.links, quoted.site);
  if (!link) return null;
  const { said, seconds, timing } = makeQuote({ ...quoted, link });
  return linkText(link, seconds && toSeekSeconds(seconds, timing), timeText(seconds, timing), said[0]?.heard);
}

/** The transcript as shown, on the clock of a link's site. */
function onSiteOf(link: EpisodeLink | null, { shown, own, site, taps }: Quoted): Transcript {
  const other = link && own.timing !== "none" ? siteOf(new URL(link.url)) : site;
  if (other === null || other === site) return shown;
  const { paragraphs, timing } = applySyncPoints(own, taps[other] ?? []);
  return {
    ...shown,
    timing,
    paragraphs: shown.paragraphs.map((paragraph, i) => ({ ...paragraph, times: paragraphs[i]!.times })),
  };
}

/** A quote to be saved. What it remembers of its place is on the transcript's own clock. */
export function makeSaved(quoted: Quoted): SavedQuote {
  const { episode, shown, own, extent } = quoted;
  const created = new Date().toISOString();
  const anchor = anchorOf(shown.paragraphs, extent);
  return {
    ...makeQuote(quoted),
    id: crypto.randomUUID(),
    episodeId: episode.id,
    anchor: { ...anchor, seconds: interpolateSeconds(own.paragraphs, extent.from) },
    note: "",
    tags: [],
    created,
    changed: created,
  };
}
