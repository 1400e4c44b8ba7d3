import type { QuotePorts, TranscriptSelection } from "../../components/quotes/quote-ports.ts";
import { copyText, copyFormattedText } from "../../utils/extension/clipboard.ts";
import { isContextInvalidated } from "../../utils/extension/extension-context.ts";
import {
  makeQuoteLink,
  makeQuote,
  makeSavedQuote,
  type QuoteRequest,
} from "../../utils/extension/make-quote.ts";
import type { CatalogEpisode, EpisodeLink } from "../../utils/library/library-model.ts";
import { sendToBackground } from "../../utils/extension/messages.ts";
import { formatQuote } from "../../utils/quote/formats/format-quote.ts";
import type { QuoteFormatSettings } from "../../utils/quote/formats/quote-formats.ts";
import { pickLink, type PageLink } from "../../utils/quote/links.ts";
import { toFailure } from "../../utils/shared/result.ts";
import type { SiteId } from "../../utils/sites/sites.ts";
import { getEpisodeKey } from "../../utils/sites/episode-key.ts";
import type { SyncPoint } from "../../utils/transcript/timing/sync-points.ts";

/** What of the panel's state quotes depend on, as it is when they are made. */
interface PanelQuoteState {
  syncPoints: { [site: string]: SyncPoint[] };
  formatSettings: QuoteFormatSettings;
}

/** What can be done with words of the page's episode. */
export function createQuotePorts(
  episode: CatalogEpisode,
  { key, site }: { key: string; site: SiteId },
  now: () => PanelQuoteState,
): Omit<QuotePorts, "formatSettings" | "savedQuotes"> {
  const onThisPage = episode.links.find(({ url }) => getEpisodeKey(url) === key);
  const usual = onThisPage ?? pickLink(episode.links, site);
  const quoted = (words: TranscriptSelection, link: PageLink | null = usual): QuoteRequest => ({
    ...words,
    episode,
    site,
    syncPoints: now().syncPoints,
    link: (link as EpisodeLink | null) ?? undefined,
  });
  return {
    links: episode.links.toSorted((a, b) => Number(b === usual) - Number(a === usual)),
    copy: (words, { format, asHeard }) => {
      const { formatSettings: writing } = now();
      return copyFormattedText(
        formatQuote(makeQuote(quoted(words)), { ...writing, ...(format && { format }) }, asHeard),
      );
    },
    copyLink: (words, link) => {
      const text = makeQuoteLink(quoted(words, link));
      return text === null ? Promise.resolve(false) : copyText(text);
    },
    save: (words) =>
      sendToBackground("background.saveQuote", { quote: makeSavedQuote(quoted(words)) }).catch(() =>
        toFailure(isContextInvalidated() ? "extension-gone" : "quotes-broken"),
      ),
    // When the extension is gone there is no list to open; the panel says that it is gone.
    openQuotesList: () => void sendToBackground("background.openQuotes", null).catch(() => null),
  };
}
