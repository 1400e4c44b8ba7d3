import { render } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Options, type BrowserShortcut } from "../../components/options/Options.tsx";
import { followSystemTheme } from "../../components/ui/theme.ts";
import { getBrowserShortcuts, openShortcutSettings } from "../../utils/extension/browser-shortcuts.ts";
import { refreshAllTabs } from "../../utils/extension/current-tab.ts";
import { subscribeToItem } from "../../utils/extension/subscribe-to-item.ts";
import {
  deleteEverything,
  measureStoredData,
  measureSavedQuotes,
} from "../../utils/extension/reader-data.ts";
import { DEFAULT_QUOTE_FORMAT_SETTINGS } from "../../utils/quote/formats/quote-formats.ts";
import {
  disabledSites,
  panelLayout,
  DEFAULT_PANEL_LAYOUT,
  quotesChangedAt,
  typography,
  DEFAULT_TYPOGRAPHY,
  quoteFormat,
} from "../../utils/extension/settings.ts";
import { listSites } from "../../utils/sites/list-sites.ts";

const SITES = listSites();
const NO_DATA = { bytes: 0, corrections: 0, taps: 0 };
const NO_QUOTES = { bytes: 0, quotes: 0 };

/** What is kept under a setting, null until that is known, and how it is changed. */
function useStorageItem<T>(
  item: Parameters<typeof subscribeToItem<T>>[0],
): [T | null, (next: T) => Promise<void>] {
  const [value, setValue] = useState<T | null>(null);
  const keep = useRef<ReturnType<typeof subscribeToItem<T>> | null>(null);
  useEffect(() => {
    const left = new AbortController();
    keep.current = subscribeToItem(item, left.signal, () => {}, setValue);
    return () => left.abort();
  }, [item]);
  return [value, async (next) => keep.current?.(next)];
}

function OptionsPage() {
  const [looks, keepLooks] = useStorageItem(typography);
  const [places, keepPlaces] = useStorageItem(panelLayout);
  const [off, keepOff] = useStorageItem(disabledSites);
  const [how, keepHow] = useStorageItem(quoteFormat);
  const [kept, setKept] = useState(NO_DATA);
  const [quotes, setQuotes] = useState(NO_QUOTES);
  const [keys, setKeys] = useState<BrowserShortcut[]>([]);
  useEffect(() => void measureStoredData().then(setKept), [looks, places, off, how]);
  useEffect(() => {
    const weigh = () => void measureSavedQuotes().then(setQuotes);
    weigh();
    return quotesChangedAt.watch(weigh);
  }, []);
  useEffect(() => void getBrowserShortcuts().then(setKeys), []);
  useEffect(() => {
    if (looks) document.documentElement.style.setProperty("--size", `${looks.size}px`);
  }, [looks]);
  if (!looks || !places || !off || !how) return null;
  return (
    <Options
      typography={{ ...DEFAULT_TYPOGRAPHY, ...looks }}
      onTypographyChange={(next) => void keepLooks(next)}
      panelLayout={{ ...DEFAULT_PANEL_LAYOUT, ...places }}
      onPanelLayoutChange={(next) => void keepPlaces(next)}
      quoteFormat={{ ...DEFAULT_QUOTE_FORMAT_SETTINGS, ...how }}
      onQuoteFormatChange={(next) => void keepHow(next)}
      sites={SITES}
      disabledSites={off}
      onSiteToggle={(site, isOff) => void keepOff({ ...off, [site]: isOff }).then(refreshAllTabs)}
      storedData={{ ...kept, quotes: quotes.quotes, bytes: kept.bytes + quotes.bytes }}
      onDelete={async () => {
        const deleted = await deleteEverything();
        await refreshAllTabs();
        setKept(await measureStoredData());
        setQuotes(await measureSavedQuotes());
        return deleted;
      }}
      shortcuts={keys}
      onShortcutsOpen={() => void openShortcutSettings()}
    />
  );
}

followSystemTheme(window);
document.documentElement.lang = navigator.language;
render(<OptionsPage />, document.body);
