import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import { SearchApp } from "../../components/search/SearchApp.tsx";
import { followSystemTheme } from "../../components/ui/theme.ts";
import { requestAccess } from "../../utils/extension/access.ts";
import { copyText } from "../../utils/extension/clipboard.ts";
import { currentTab, type CurrentTab } from "../../utils/extension/current-tab.ts";
import type { CatalogEpisode } from "../../utils/library/facts.ts";
import { tapsOn } from "../../utils/extension/moments.ts";
import { keepSearch, recallSearch, rememberSearch } from "../../utils/extension/searches.ts";
import { recentSearches } from "../../utils/settings.ts";
import { shippedCatalog, shippedSearcher, shippedTranscript } from "../../utils/library/shipped.ts";
import { ask, type MomentToOpen } from "../../utils/messages.ts";
import { quoteText } from "../../utils/quote/format.ts";
import { bestLink, linkAt } from "../../utils/quote/links.ts";
import { failed, type Result } from "../../utils/result.ts";
import { paragraphOf } from "../../utils/search/moments.ts";
import type { Found, Searcher } from "../../utils/search/search.ts";
import { withTaps } from "../../utils/transcript/timing/shifts.ts";
import { landing, startOf } from "../../utils/transcript/times.ts";

/** The page with room to read is this search in a tab: it stays open, and no page is in front of it. */
const isPopup = location.pathname === "/popup.html";
/** What it was opened with: words that were selected somewhere, or typed into the address bar. */
const asked = new URLSearchParams(location.hash.slice(1)).get("q");

/** Opens a moment and closes the popup; it stays open to say why when that fails. */
async function open(moment: MomentToOpen, newTab = false): Promise<Result<null>> {
  const opened = await ask("background.open", { moment, newTab }).catch(() => failed("extension-gone"));
  if (opened.ok && isPopup) window.close();
  return opened;
}

async function copy(found: Found, catalog: CatalogEpisode[]): Promise<boolean> {
  const facts = catalog.find(({ id }) => id === found.episode);
  const transcript = await shippedTranscript(found.episode);
  if (!facts || !transcript.ok) return false;
  const link = bestLink(facts.links);
  const { paragraphs, timing } = withTaps(transcript.value, link ? await tapsOn(facts.id, link) : []);
  const paragraph = paragraphs[paragraphOf(found)];
  if (!paragraph) return false;
  const seconds = startOf(paragraph);
  const { title, show } = facts;
  const { text, speaker } = paragraph;
  const url = link && linkAt(link, seconds && landing(seconds, timing));
  return copyText(quoteText({ text, speaker, episode: title, show, seconds, timing, url }));
}

function Popup({ initial }: { initial: string }) {
  const [catalog, setCatalog] = useState<Result<CatalogEpisode[]> | null>(null);
  const [searcher, setSearcher] = useState<Result<Searcher> | null>(null);
  const [tab, setTab] = useState<CurrentTab | null>(null);
  const [recent, setRecent] = useState<string[]>([]);
  const look = () => void currentTab().then(setTab, () => setTab({ kind: "elsewhere" }));
  useEffect(() => {
    void shippedCatalog().then(setCatalog);
    void shippedSearcher().then(setSearcher);
    void recentSearches.getValue().then(setRecent);
    if (isPopup) look();
  }, []);
  return (
    <SearchApp
      {...{ catalog, searcher, tab, initial, recent }}
      roomFor={isPopup ? (typed) => `/library.html#${new URLSearchParams({ q: typed })}` : null}
      onTyped={(typed) => void rememberSearch(typed)}
      onUsed={(typed) => void keepSearch(typed).then(setRecent)}
      onClearRecent={() => void recentSearches.setValue([]).then(() => setRecent([]))}
      onOpen={(found, newTab) =>
        open({ episode: found.episode, paragraph: paragraphOf(found), seconds: found.seconds }, newTab)
      }
      onOpenEpisode={({ id }) => open({ episode: id, paragraph: null, seconds: null })}
      onCopy={(found) => copy(found, catalog?.ok ? catalog.value : [])}
      // Chromium closes the popup for its question; what follows from the answer is up to the background.
      onAllow={(hosts) => void requestAccess(hosts).then(look)}
    />
  );
}

followSystemTheme(window);
document.documentElement.lang = navigator.language;
void recallSearch().then((last) => render(<Popup initial={asked ?? last} />, document.body));
