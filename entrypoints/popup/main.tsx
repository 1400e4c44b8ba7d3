import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import { SearchApp } from "../../components/search/SearchApp.tsx";
import { followSystemTheme } from "../../components/ui/theme.ts";
import { requestAccess } from "../../utils/extension/access.ts";
import { copyText, copyWritten } from "../../utils/extension/clipboard.ts";
import { currentTab, type CurrentTab } from "../../utils/extension/current-tab.ts";
import type { CatalogEpisode } from "../../utils/library/facts.ts";
import { keepQuotes } from "../../utils/extension/quotes.ts";
import { makeLink, makeQuote, makeSaved, type Quoted } from "../../utils/extension/quoting.ts";
import { readersSearcher } from "../../utils/extension/readers-search.ts";
import { keepSearch, recallSearch, rememberSearch } from "../../utils/extension/searches.ts";
import { corrections, recentSearches, taps as keptTaps, writing } from "../../utils/settings.ts";
import { shippedCatalog, shippedTranscript } from "../../utils/library/shipped.ts";
import { shippedIndex, watchBuilding } from "../../utils/library/shipped-search.ts";
import { ask, type MomentToOpen } from "../../utils/messages.ts";
import { extentOf } from "../../utils/quote/extent.ts";
import { writeQuote } from "../../utils/quote/formats/formats.ts";
import { WRITING, type Writing } from "../../utils/quote/formats/writing.ts";
import { toFailure, type Result } from "../../utils/result.ts";
import { getMatchParagraph } from "../../utils/search/moments.ts";
import type { SearchResult, Searcher } from "../../utils/search/search.ts";
import { applyCorrections } from "../../utils/transcript/corrections.ts";

/** The page with room to read is this search in a tab: it stays open, and no page is in front of it. */
const isPopup = location.pathname === "/popup.html";
/** What it was opened with: words that were selected somewhere, or typed into the address bar. */
const asked = new URLSearchParams(location.hash.slice(1)).get("q");

/** Opens a moment and closes the popup; it stays open to say why when that fails. */
async function open(moment: MomentToOpen, newTab = false): Promise<Result<null>> {
  const opened = await ask("background.open", { moment, newTab }).catch(() => toFailure("extension-gone"));
  if (opened.ok && isPopup) window.close();
  return opened;
}

/** The paragraph of a result's first match, to be quoted, as the reader has corrected it. */
async function quoted(found: SearchResult, catalog: CatalogEpisode[]): Promise<Quoted | null> {
  const episode = catalog.find(({ id }) => id === found.episode);
  const transcript = await shippedTranscript(found.episode);
  if (!episode || !transcript.ok) return null;
  const own = transcript.value;
  const shown = applyCorrections(own, episode.show, await corrections.getValue());
  const extent = extentOf(shown.paragraphs, getMatchParagraph(found));
  const taps = (await keptTaps.getValue())[episode.id] ?? {};
  return { episode, shown, own, extent, site: null, taps };
}

async function copy(words: Quoted | null, how: Writing): Promise<boolean> {
  return words !== null && copyWritten(writeQuote(makeQuote(words), how));
}

async function copyLink(words: Quoted | null): Promise<boolean> {
  const link = words && makeLink(words);
  return link !== null && copyText(link);
}

const save = (words: Quoted | null): Promise<Result<null>> =>
  words ? keepQuotes([makeSaved(words)]) : Promise.resolve(toFailure("no-episode"));

function Popup({ initial }: { initial: string }) {
  const [catalog, setCatalog] = useState<Result<CatalogEpisode[]> | null>(null);
  const [searcher, setSearcher] = useState<Result<Searcher> | null>(null);
  const [building, setBuilding] = useState<number | null>(null);
  const [tab, setTab] = useState<CurrentTab | null>(null);
  const [recent, setRecent] = useState<string[]>([]);
  const [how, setHow] = useState(WRITING);
  const look = () => void currentTab().then(setTab, () => setTab({ kind: "elsewhere" }));
  useEffect(() => {
    void shippedCatalog().then(setCatalog);
    const search = () => void readersSearcher().then(setSearcher);
    search();
    const unfollow = corrections.watch(search);
    const unwatch = watchBuilding((share) => setBuilding(share < 1 ? share : null));
    void recentSearches.getValue().then(setRecent);
    void writing.getValue().then((kept) => setHow({ ...WRITING, ...kept }));
    if (isPopup) look();
    return () => {
      unwatch();
      unfollow();
    };
  }, []);
  const words = (found: SearchResult) => quoted(found, catalog?.ok ? catalog.value : []);
  return (
    <SearchApp
      quotesPage="/quotes.html"
      usual={how.format}
      {...{ catalog, searcher, building, tab, initial, recent }}
      roomFor={isPopup ? (typed) => `/library.html#${new URLSearchParams({ q: typed })}` : null}
      onTyped={(typed) => void rememberSearch(typed)}
      onUsed={(typed) => void keepSearch(typed).then(setRecent)}
      onClearRecent={() => void recentSearches.setValue([]).then(() => setRecent([]))}
      onOpen={(found, newTab) =>
        open({ episode: found.episode, paragraph: getMatchParagraph(found), seconds: found.seconds }, newTab)
      }
      onOpenEpisode={({ id }) => open({ episode: id, paragraph: null, seconds: null })}
      onCopy={async (found, format = how.format) => copy(await words(found), { ...how, format })}
      onLink={async (found) => copyLink(await words(found))}
      onSave={async (found) => save(await words(found))}
      // Chromium closes the popup for its question; what follows from the answer is up to the background.
      onAllow={(hosts) => void requestAccess(hosts).then(look)}
    />
  );
}

// Read while the rest begins; who asks later gets the same.
void shippedCatalog();
void shippedIndex();
followSystemTheme(window);
document.documentElement.lang = navigator.language;
void recallSearch().then((last) => render(<Popup initial={asked ?? last} />, document.body));
