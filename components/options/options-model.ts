import { computed, signal, type ReadonlySignal } from "@preact/signals";
import type { Setting } from "../../utils/extension/define-setting.ts";
import type { PanelLayoutSettings, TypographySettings } from "../../utils/extension/settings.ts";
import type { QuoteFormatSettings } from "../../utils/quote/formats/quote-formats.ts";
import type { VideoTranscripts } from "../../utils/library/match-page.ts";
import type { Result } from "../../utils/shared/result.ts";
import type { SiteId } from "../../utils/sites/sites.ts";

/** A browser-wide shortcut. */
export interface BrowserShortcut {
  /** Describes the command. */
  what: string;
  /** The keys, such as "Alt+Shift+E"; empty where none are set. */
  shortcut: string;
}

/** What is stored of the reader's. */
export interface StoredDataSummary {
  bytes: number;
  quotes: number;
  corrections: number;
  /** Episodes whose times the reader adjusted. */
  syncedEpisodes: number;
}

/** What the options page needs of the browser and the settings. */
export interface OptionsPorts {
  typography: Setting<TypographySettings>;
  panelLayout: Setting<PanelLayoutSettings>;
  videoTranscripts: Setting<VideoTranscripts>;
  quoteFormat: Setting<QuoteFormatSettings>;
  disabledSites: Setting<{ [site: string]: boolean }>;
  /** Sites on which Earmark can be turned off. */
  sites: readonly SiteId[];
  measureStoredData: () => Promise<Omit<StoredDataSummary, "quotes">>;
  /** Reads all quotes, so it runs only when they change. */
  measureSavedQuotes: () => Promise<Pick<StoredDataSummary, "quotes" | "bytes">>;
  /** Calls back when quotes were saved or deleted. */
  watchQuotes: (onChange: () => void, signal: AbortSignal) => void;
  deleteEverything: () => Promise<Result<null>>;
  /** Makes open pages check again whether Earmark is turned off there. */
  refreshAllTabs: () => Promise<void>;
  readShortcuts: () => Promise<BrowserShortcut[]>;
  /** Opens the browser's own page for shortcuts. */
  openShortcutSettings: () => Promise<void>;
}

/** A setting as a form changes it. */
export type EditableSetting<T> = Pick<Setting<T>, "value" | "set" | "update">;

/** State and actions of the options page. */
export interface OptionsModel {
  typography: EditableSetting<TypographySettings>;
  panelLayout: EditableSetting<PanelLayoutSettings>;
  videoTranscripts: ReadonlySignal<VideoTranscripts>;
  quoteFormat: EditableSetting<QuoteFormatSettings>;
  sites: readonly SiteId[];
  /** All settings have been read. */
  isReady: ReadonlySignal<boolean>;
  disabledSites: ReadonlySignal<{ [site: string]: boolean }>;
  storedData: ReadonlySignal<StoredDataSummary>;
  /** The result of deleting everything; null before. */
  deletion: ReadonlySignal<Result<null> | null>;
  shortcuts: ReadonlySignal<readonly BrowserShortcut[]>;
  chooseVideoTranscripts: (when: VideoTranscripts) => void;
  toggleSite: (site: SiteId, isEnabled: boolean) => void;
  deleteEverything: () => void;
  openShortcutSettings: () => void;
}

const NO_DATA = { bytes: 0, corrections: 0, syncedEpisodes: 0 };
const NO_QUOTES = { bytes: 0, quotes: 0 };

/**
 * Creates the model of the options page.
 * @param until Ends all subscriptions.
 */
export function createOptionsModel(ports: OptionsPorts, until: AbortSignal): OptionsModel {
  const { typography, panelLayout, videoTranscripts, quoteFormat, disabledSites, sites } = ports;
  const settings = [typography, panelLayout, videoTranscripts, quoteFormat, disabledSites];
  const isReady = signal(false);
  const storedSettings = signal(NO_DATA);
  const storedQuotes = signal(NO_QUOTES);
  const deletion = signal<Result<null> | null>(null);
  const shortcuts = signal<readonly BrowserShortcut[]>([]);
  const measureSettings = async () => {
    storedSettings.value = await ports.measureStoredData();
  };
  /** Measures again after each write. The value of a setting changes before it is stored. */
  const measureWrites = <T>({ value, set, update }: Setting<T>): EditableSetting<T> => ({
    value,
    set: (next) => set(next).then(measureSettings),
    async update(change) {
      const updated = await update(change);
      await measureSettings();
      return updated;
    },
  });
  const measureQuotes = async () => {
    storedQuotes.value = await ports.measureSavedQuotes();
  };

  for (const setting of settings) setting.connect(until);
  void Promise.all(settings.map(({ ready }) => ready)).then(() => (isReady.value = true));
  void measureQuotes();
  ports.watchQuotes(() => void measureQuotes(), until);
  void ports.readShortcuts().then((all) => (shortcuts.value = all));
  void measureSettings();

  return {
    typography: measureWrites(typography),
    panelLayout: measureWrites(panelLayout),
    videoTranscripts: videoTranscripts.value,
    quoteFormat: measureWrites(quoteFormat),
    sites,
    isReady,
    disabledSites: disabledSites.value,
    storedData: computed(() => ({
      ...storedSettings.value,
      quotes: storedQuotes.value.quotes,
      bytes: storedSettings.value.bytes + storedQuotes.value.bytes,
    })),
    deletion,
    shortcuts,
    chooseVideoTranscripts: (when) =>
      void videoTranscripts.set(when).then(() => Promise.all([ports.refreshAllTabs(), measureSettings()])),
    toggleSite: (site, isEnabled) =>
      void disabledSites
        .update((old) => ({ ...old, [site]: !isEnabled }))
        .then(() => Promise.all([ports.refreshAllTabs(), measureSettings()])),
    deleteEverything: () =>
      void ports.deleteEverything().then(async (result) => {
        await ports.refreshAllTabs();
        await Promise.all([measureSettings(), measureQuotes()]);
        deletion.value = result;
      }),
    openShortcutSettings: () => void ports.openShortcutSettings(),
  };
}
