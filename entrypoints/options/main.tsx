import "@preact/signals";
import { render } from "preact";
import { OptionsApp } from "../../components/options/OptionsApp.tsx";
import { createOptionsModel } from "../../components/options/options-model.ts";
import { followSystemTheme } from "../../components/ui/theme.ts";
import { getBrowserShortcuts, openShortcutSettings } from "../../utils/extension/browser-shortcuts.ts";
import { refreshAllTabs } from "../../utils/extension/current-tab.ts";
import { watchSetting } from "../../utils/extension/define-setting.ts";
import {
  deleteEverything,
  measureSavedQuotes,
  measureStoredData,
} from "../../utils/extension/reader-data.ts";
import {
  disabledSites,
  panelLayout,
  quoteFormat,
  quotesChangedAt,
  typography,
  videoTranscripts,
} from "../../utils/extension/settings.ts";
import { PAGE_SITES } from "../../utils/sites/sites.ts";

/** Starts the options page. */
function startOptions(): void {
  followSystemTheme(window);
  document.documentElement.lang = navigator.language;
  const ports = {
    typography,
    panelLayout,
    videoTranscripts,
    quoteFormat,
    disabledSites,
    sites: PAGE_SITES.map(({ id }) => id),
    measureStoredData,
    measureSavedQuotes,
    watchQuotes: (onChange: () => void, signal: AbortSignal) =>
      watchSetting(quotesChangedAt, onChange, signal),
    deleteEverything,
    refreshAllTabs,
    readShortcuts: getBrowserShortcuts,
    openShortcutSettings,
  };
  // The model lives as long as the page.
  const model = createOptionsModel(ports, new AbortController().signal);
  render(<OptionsApp model={model} />, document.body);
}

startOptions();
