import type { CatalogEpisode } from "../../utils/library/facts.ts";
import { quoteText } from "../../utils/quote/format.ts";
import { bestLink, linkAt } from "../../utils/quote/links.ts";
import { siteOf } from "../../utils/sites/adapters.ts";
import { episodeKey } from "../../utils/sites/key.ts";
import type { Span } from "../../utils/search/matches.ts";
import type { Transcript } from "../../utils/transcript/model.ts";
import { withTaps, type Tap } from "../../utils/transcript/timing/shifts.ts";
import { landing, secondsAt } from "../../utils/transcript/times.ts";

/** Words of a paragraph to quote, and the clocks it is timed by. */
interface Quoted {
  /** On this site's clock, and on its own. */
  here: Transcript;
  own: Transcript;
  paragraph: number;
  /** The words of it, as character offsets; all of them without. */
  span?: Span | undefined;
  site: string;
  /** Where the reader moved the times of this episode, by site. */
  taps: { [site: string]: Tap[] };
}

/** Words as a quote; its time is that of the site the link points to. */
export function quoteOf(
  episode: CatalogEpisode,
  { here, own, paragraph: index, span, site, taps }: Quoted,
): string {
  const { text: all, speaker } = here.paragraphs[index]!;
  const text = span ? all.slice(...span) : all;
  const address = episodeKey(location.href);
  const onThisPage = episode.links.find(({ url }) => episodeKey(url) === address);
  const link = onThisPage ?? bestLink(episode.links, site);
  const elsewhere = link && !onThisPage && own.timing !== "none" ? siteOf(new URL(link.url)) : site;
  const timed = elsewhere === site ? here : withTaps(own, taps[elsewhere] ?? []);
  const seconds = secondsAt(timed.paragraphs, { paragraph: index, offset: span?.[0] ?? 0 });
  const { timing } = timed;
  return quoteText({
    text,
    speaker,
    episode: episode.title,
    show: episode.show,
    seconds,
    timing,
    url: link && linkAt(link, seconds && landing(seconds, timing)),
  });
}
