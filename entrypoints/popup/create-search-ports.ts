import type { SearchPorts } from "../../components/search/search-ports.ts";
import { requestAccess } from "../../utils/extension/access.ts";
import { copyFormattedText, copyText } from "../../utils/extension/clipboard.ts";
import { resolveCurrentTab } from "../../utils/extension/current-tab.ts";
import { watchSetting } from "../../utils/extension/define-setting.ts";
import { installedLibrary } from "../../utils/extension/installed-library.ts";
import { shippedLibrary } from "../../utils/extension/packaged-library.ts";
import { installedSearch, loadCorrectedSearcher } from "../../utils/extension/installed-search.ts";
import { makeSavedQuote } from "../../utils/extension/make-saved-quote.ts";
import { sendToBackground, type MomentToOpen } from "../../utils/extension/messages.ts";
import { saveQuotes } from "../../utils/extension/save-quotes.ts";
import { addRecentSearch, saveLastSearch } from "../../utils/extension/search-history.ts";
import {
  corrections,
  libraryRevision,
  quoteFormat,
  recentSearches,
  syncPoints,
} from "../../utils/extension/settings.ts";
import { scheduleIdle } from "../../utils/library/run-when-idle.ts";
import { createQuote, createQuoteLink, type QuoteRequest } from "../../utils/quote/create-quote.ts";
import { formatQuote } from "../../utils/quote/formats/format-quote.ts";
import { createParagraphRange } from "../../utils/quote/text-range.ts";
import { getMatchParagraph } from "../../utils/search/results/group-moments.ts";
import type { SearchResult } from "../../utils/search/results/searcher.ts";
import { toFailure, type Result } from "../../utils/shared/result.ts";
import { applyCorrections } from "../../utils/transcript/model/corrections.ts";

/**
 * Connects the search to the browser, the library and the settings.
 * @param isPopup False for the library page: it stays open when a moment is opened, and no page is in front of it.
 */
export function createSearchPorts(isPopup: boolean): SearchPorts {
  /** Opens a moment and closes the popup, which stays open to show why that fails. */
  const openMoment = async (moment: MomentToOpen, newTab: boolean): Promise<Result<null>> => {
    const opened = await sendToBackground("background.openMoment", { moment, newTab }).catch(() =>
      toFailure("extension-gone"),
    );
    if (opened.ok && isPopup) window.close();
    return opened;
  };
  return {
    loadCatalog: installedLibrary.listEpisodes,
    loadSearcher: loadCorrectedSearcher,
    watchLibrary(onChange, signal) {
      watchSetting(corrections, onChange, signal);
      watchSetting(libraryRevision, onChange, signal);
    },
    watchIndexBuild(onProgress, signal) {
      signal.addEventListener("abort", installedSearch.watchIndexBuild(onProgress), { once: true });
    },
    async loadEpisodeSearch(catalog, signal) {
      // MiniSearch is loaded after the first results are shown.
      const { openEpisodeSearch } = await import("../../utils/library/episode-search.ts");
      return openEpisodeSearch(shippedLibrary, catalog, ["en", navigator.language], signal);
    },
    scheduleIdle,
    resolveTab: isPopup ? resolveCurrentTab : null,
    // Chromium closes the popup for its question; the background acts on the answer.
    requestAccess,
    readRecentSearches: () => recentSearches.get(),
    addRecentSearch,
    clearRecentSearches: () => recentSearches.set([]),
    saveLastSearch,
    readDefaultFormat: async () => (await quoteFormat.get()).format,
    openResult: (result, newTab) =>
      openMoment(
        { episode: result.episode, paragraph: getMatchParagraph(result), seconds: result.seconds },
        newTab,
      ),
    openEpisode: ({ id }, newTab) => openMoment({ episode: id, paragraph: null, seconds: null }, newTab),
    async copyQuote(result, format) {
      const [request, settings] = await Promise.all([createQuoteRequest(result), quoteFormat.get()]);
      if (!request) return false;
      return copyFormattedText(formatQuote(createQuote(request), { ...settings, ...(format && { format }) }));
    },
    async copyLink(result) {
      const request = await createQuoteRequest(result);
      const link = request && createQuoteLink(request);
      return link !== null && copyText(link);
    },
    async saveQuote(result) {
      const request = await createQuoteRequest(result);
      return request ? saveQuotes([makeSavedQuote(request)]) : toFailure("no-episode");
    },
    getLibraryUrl: (query) => `/library.html${query && `#${new URLSearchParams({ q: query })}`}`,
    quotesPageUrl: "/quotes.html",
  };
}

/** The paragraph of a result's first match, with the reader's corrections; null where it cannot be read. */
async function createQuoteRequest(result: SearchResult): Promise<QuoteRequest | null> {
  const [found, transcript] = await Promise.all([
    installedLibrary.findEpisode(result.episode),
    installedLibrary.loadTranscript(result.episode),
  ]);
  if (!found.ok || !transcript.ok) return null;
  const [episode, original] = [found.value, transcript.value];
  const shown = applyCorrections(original, episode.show, await corrections.get());
  return {
    episode,
    shown,
    original,
    range: createParagraphRange(shown.paragraphs, getMatchParagraph(result)),
    site: null,
    syncPoints: (await syncPoints.get())[episode.id] ?? {},
  };
}
