import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import { SearchApp } from "../../components/search/SearchApp.tsx";
import { followSystemTheme } from "../../components/ui/theme.ts";
import { requestAccess } from "../../utils/extension/access.ts";
import { copyText, copyFormattedText } from "../../utils/extension/clipboard.ts";
import { resolveCurrentTab, type CurrentTab } from "../../utils/extension/current-tab.ts";
import type { CatalogEpisode } from "../../utils/library/library-model.ts";
import { saveQuotes } from "../../utils/extension/save-quotes.ts";
import { makeSavedQuote } from "../../utils/extension/make-saved-quote.ts";
import { installedSearch, loadCorrectedSearcher } from "../../utils/extension/installed-search.ts";
import { addRecentSearch, readLastSearch, saveLastSearch } from "../../utils/extension/search-history.ts";
import { watchSetting } from "../../utils/extension/define-setting.ts";
import {
  corrections,
  recentSearches,
  syncPoints as keptTaps,
  quoteFormat,
} from "../../utils/extension/settings.ts";
import { installedLibrary } from "../../utils/extension/installed-library.ts";
import { sendToBackground, type MomentToOpen } from "../../utils/extension/messages.ts";
import { createQuote, createQuoteLink, type QuoteRequest } from "../../utils/quote/create-quote.ts";
import { createParagraphRange } from "../../utils/quote/text-range.ts";
import { formatQuote } from "../../utils/quote/formats/format-quote.ts";
import {
  DEFAULT_QUOTE_FORMAT_SETTINGS,
  type QuoteFormatSettings,
} from "../../utils/quote/formats/quote-formats.ts";
import { toFailure, type Result } from "../../utils/shared/result.ts";
import { getMatchParagraph } from "../../utils/search/results/group-moments.ts";
import type { SearchResult, Searcher } from "../../utils/search/results/searcher.ts";
import { applyCorrections } from "../../utils/transcript/model/corrections.ts";

/** The page with room to read is this search in a tab: it stays open, and no page is in front of it. */
const isPopup = location.pathname === "/popup.html";
/** What it was opened with: words that were selected somewhere, or typed into the address bar. */
const initialQuery = new URLSearchParams(location.hash.slice(1)).get("q");

/** Opens a moment and closes the popup; it stays open to say why when that fails. */
async function openMoment(moment: MomentToOpen, newTab = false): Promise<Result<null>> {
  const opened = await sendToBackground("background.openMoment", { moment, newTab }).catch(() =>
    toFailure("extension-gone"),
  );
  if (opened.ok && isPopup) window.close();
  return opened;
}

/** The paragraph of a result's first match, to be quoted, as the reader has corrected it. */
async function createQuoteRequest(
  found: SearchResult,
  catalog: CatalogEpisode[],
): Promise<QuoteRequest | null> {
  const episode = catalog.find(({ id }) => id === found.episode);
  const transcript = await installedLibrary.loadTranscript(found.episode);
  if (!episode || !transcript.ok) return null;
  const own = transcript.value;
  const shown = applyCorrections(own, episode.show, await corrections.get());
  const extent = createParagraphRange(shown.paragraphs, getMatchParagraph(found));
  const taps = (await keptTaps.get())[episode.id] ?? {};
  return { episode, shown, original: own, range: extent, site: null, syncPoints: taps };
}

async function copyQuote(words: QuoteRequest | null, how: QuoteFormatSettings): Promise<boolean> {
  return words !== null && copyFormattedText(formatQuote(createQuote(words), how));
}

async function copyQuoteLink(words: QuoteRequest | null): Promise<boolean> {
  const link = words && createQuoteLink(words);
  return link !== null && copyText(link);
}

const saveQuote = (words: QuoteRequest | null): Promise<Result<null>> =>
  words ? saveQuotes([makeSavedQuote(words)]) : Promise.resolve(toFailure("no-episode"));

function Popup({ initial }: { initial: string }) {
  const [catalog, setCatalog] = useState<Result<CatalogEpisode[]> | null>(null);
  const [searcher, setSearcher] = useState<Result<Searcher> | null>(null);
  const [building, setBuilding] = useState<number | null>(null);
  const [tab, setTab] = useState<CurrentTab | null>(null);
  const [recent, setRecent] = useState<string[]>([]);
  const [how, setHow] = useState(DEFAULT_QUOTE_FORMAT_SETTINGS);
  const look = () => void resolveCurrentTab().then(setTab, () => setTab({ kind: "elsewhere" }));
  useEffect(() => {
    void installedLibrary.loadCatalog().then(setCatalog);
    const search = () => void loadCorrectedSearcher().then(setSearcher);
    const left = new AbortController();
    search();
    watchSetting(corrections, search, left.signal);
    const unwatch = installedSearch.watchIndexBuild((share) => setBuilding(share < 1 ? share : null));
    void recentSearches.get().then(setRecent);
    void quoteFormat.get().then(setHow);
    if (isPopup) look();
    return () => {
      unwatch();
      left.abort();
    };
  }, []);
  const words = (found: SearchResult) => createQuoteRequest(found, catalog?.ok ? catalog.value : []);
  return (
    <SearchApp
      quotesPageUrl="/quotes.html"
      defaultFormat={how.format}
      {...{ catalog, searcher, building, tab, initial, recent }}
      getFullPageUrl={isPopup ? (typed) => `/library.html#${new URLSearchParams({ q: typed })}` : null}
      onQueryChange={(typed) => void saveLastSearch(typed)}
      onQueryUsed={(typed) => void addRecentSearch(typed).then(setRecent)}
      onClearRecent={() => void recentSearches.set([]).then(() => setRecent([]))}
      onOpen={(found, newTab) =>
        openMoment(
          { episode: found.episode, paragraph: getMatchParagraph(found), seconds: found.seconds },
          newTab,
        )
      }
      onOpenEpisode={({ id }) => openMoment({ episode: id, paragraph: null, seconds: null })}
      onCopy={async (found, format = how.format) => copyQuote(await words(found), { ...how, format })}
      onCopyLink={async (found) => copyQuoteLink(await words(found))}
      onSave={async (found) => saveQuote(await words(found))}
      // Chromium closes the popup for its question; what follows from the answer is up to the background.
      onAllow={(hosts) => void requestAccess(hosts).then(look)}
    />
  );
}

// Read while the rest begins; who asks later gets the same.
void installedLibrary.loadCatalog();
void installedSearch.loadIndex();
followSystemTheme(window);
document.documentElement.lang = navigator.language;
void readLastSearch().then((last) => render(<Popup initial={initialQuery ?? last} />, document.body));
