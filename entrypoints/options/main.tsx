import "@preact/signals";
import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Options, type BrowserShortcut } from "../../components/options/Options.tsx";
import { followSystemTheme } from "../../components/ui/theme.ts";
import { getBrowserShortcuts, openShortcutSettings } from "../../utils/extension/browser-shortcuts.ts";
import { refreshAllTabs } from "../../utils/extension/current-tab.ts";
import { watchSetting, type Setting } from "../../utils/extension/define-setting.ts";
import {
  deleteEverything,
  measureStoredData,
  measureSavedQuotes,
} from "../../utils/extension/reader-data.ts";
import {
  disabledSites,
  panelLayout,
  quotesChangedAt,
  typography,
  quoteFormat,
} from "../../utils/extension/settings.ts";
import { PAGE_SITES } from "../../utils/sites/sites.ts";

const SITES = PAGE_SITES.map(({ id }) => id);
const NO_DATA = { bytes: 0, corrections: 0, syncedEpisodes: 0 };
const NO_QUOTES = { bytes: 0, quotes: 0 };

/** The value of a setting; null until it has been read from storage. */
function useSetting<T>(setting: Setting<T>): T | null {
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    const unmounted = new AbortController();
    setting.connect(unmounted.signal);
    void setting.ready.then(() => setReady(true));
    return () => unmounted.abort();
  }, [setting]);
  return isReady ? setting.value.value : null;
}

function OptionsPage() {
  const looks = useSetting(typography);
  const places = useSetting(panelLayout);
  const off = useSetting(disabledSites);
  const how = useSetting(quoteFormat);
  const [kept, setKept] = useState(NO_DATA);
  const [quotes, setQuotes] = useState(NO_QUOTES);
  const [keys, setKeys] = useState<BrowserShortcut[]>([]);
  useEffect(() => void measureStoredData().then(setKept), [looks, places, off, how]);
  useEffect(() => {
    const weigh = () => void measureSavedQuotes().then(setQuotes);
    weigh();
    const unmounted = new AbortController();
    watchSetting(quotesChangedAt, weigh, unmounted.signal);
    return () => unmounted.abort();
  }, []);
  useEffect(() => void getBrowserShortcuts().then(setKeys), []);
  useEffect(() => {
    if (looks) document.documentElement.style.setProperty("--size", `${looks.size}px`);
  }, [looks]);
  if (!looks || !places || !off || !how) return null;
  return (
    <Options
      typography={looks}
      onTypographyChange={(next) => void typography.set(next)}
      panelLayout={places}
      onPanelLayoutChange={(next) => void panelLayout.set(next)}
      quoteFormat={how}
      onQuoteFormatChange={(next) => void quoteFormat.set(next)}
      sites={SITES}
      disabledSites={off}
      onSiteToggle={(site, isOff) => void disabledSites.set({ ...off, [site]: isOff }).then(refreshAllTabs)}
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
