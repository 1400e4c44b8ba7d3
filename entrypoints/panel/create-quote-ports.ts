import type { QuotePorts, TranscriptSelection } from "../../components/quotes/quote-ports.ts";
import { copyFormattedText, copyText } from "../../utils/extension/clipboard.ts";
import { isContextInvalidated } from "../../utils/extension/extension-context.ts";
import { makeSavedQuote } from "../../utils/extension/make-saved-quote.ts";
import { sendToBackground } from "../../utils/extension/messages.ts";
import type { PanelOptions } from "../../utils/extension/panel-script.ts";
import { quoteFormat, syncPoints } from "../../utils/extension/settings.ts";
import { createQuote, createQuoteLink, type QuoteRequest } from "../../utils/quote/create-quote.ts";
import { formatQuote } from "../../utils/quote/formats/format-quote.ts";
import { pickLink, type PageLink } from "../../utils/quote/links.ts";
import { toFailure, type Failure } from "../../utils/shared/result.ts";
import { getEpisodeKey } from "../../utils/sites/episode-key.ts";

const toQuotesFailure = () => {
  const reason: Failure = isContextInvalidated() ? "extension-gone" : "quotes-broken";
  return toFailure(reason);
};

/** Creates what reaches the clipboard and the background on behalf of quotes from a page's episode. */
export function createQuotePorts({
  episode,
  key,
  site,
}: Pick<PanelOptions, "episode" | "key" | "site">): QuotePorts {
  const pageLink = episode.links.find(({ url }) => getEpisodeKey(url) === key);
  const defaultLink = pageLink ?? pickLink(episode.links, site);
  const createRequest = (words: TranscriptSelection, link: PageLink | null = defaultLink): QuoteRequest => ({
    ...words,
    episode,
    site,
    syncPoints: syncPoints.value.value[episode.id] ?? {},
    link: link ?? undefined,
  });
  return {
    links: episode.links.toSorted((a, b) => Number(b === defaultLink) - Number(a === defaultLink)),
    copy(words, { format, asHeard }) {
      const settings = { ...quoteFormat.value.value, ...(format && { format }) };
      return copyFormattedText(formatQuote(createQuote(createRequest(words)), settings, asHeard));
    },
    copyLink(words, link) {
      const text = createQuoteLink(createRequest(words, link));
      return text === null ? Promise.resolve(false) : copyText(text);
    },
    save: (words) =>
      sendToBackground("background.saveQuote", { quote: makeSavedQuote(createRequest(words)) }).catch(
        toQuotesFailure,
      ),
    loadSaved: () =>
      sendToBackground("background.getSavedQuotes", { episode: episode.id }).catch(toQuotesFailure),
    // In an invalidated context there is no list to open, which the panel states.
    openList: () => void sendToBackground("background.openQuotes", null).catch(() => null),
  };
}
