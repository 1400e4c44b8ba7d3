import { useState } from "preact/hooks";
import type { Result } from "../../utils/shared/result.ts";
import type { PanelLayoutSettings, TypographySettings } from "../../utils/extension/settings.ts";
import { describeOutcome } from "../ui/describe-outcome.ts";
import { Choice } from "../ui/Choice.tsx";
import { TypographyChoices } from "../ui/TypographyChoices.tsx";
import { PrivacyNote } from "../ui/PrivacyNote.tsx";
import { getSiteName, type SiteId } from "../../utils/sites/sites.ts";
import { t } from "../ui/i18n.ts";
import type { QuoteFormatSettings } from "../../utils/quote/formats/quote-formats.ts";
import { QuoteOptions } from "./QuoteOptions.tsx";
import { StoredData, type StoredDataSummary } from "./StoredData.tsx";

/** A key of the whole browser: what it does, and which it is; empty where there is none. */
export interface BrowserShortcut {
  what: string;
  shortcut: string;
}

interface Props {
  typography: TypographySettings;
  onTypographyChange: (reading: TypographySettings) => void;
  panelLayout: PanelLayoutSettings;
  onPanelLayoutChange: (placing: PanelLayoutSettings) => void;
  /** Sites that can be switched off, by the adapter's name. */
  sites: readonly SiteId[];
  disabledSites: { [site: string]: boolean };
  onSiteToggle: (site: SiteId, off: boolean) => void;
  quoteFormat: QuoteFormatSettings;
  onQuoteFormatChange: (writing: QuoteFormatSettings) => void;
  storedData: StoredDataSummary;
  onDelete: () => Promise<Result<null>>;
  shortcuts: readonly BrowserShortcut[];
  /** Opens the browser's own page for keys. */
  onShortcutsOpen: () => void;
}

/** Everything that can be set, what is kept, and what Earmark may see. */
export function Options(props: Props) {
  const {
    typography: reading,
    onTypographyChange: onReading,
    panelLayout: placing,
    onPanelLayoutChange: onPlacing,
    sites,
    disabledSites: off,
    onSiteToggle: onOff,
    storedData: kept,
    onDelete,
    shortcuts: keys,
    onShortcutsOpen: onKeys,
  } = props;
  const { quoteFormat: writing, onQuoteFormatChange: onWriting } = props;
  const [deleted, setDeleted] = useState<Result<null> | null>(null);
  const set = (change: Partial<PanelLayoutSettings>) => onPlacing({ ...placing, ...change });
  return (
    <main>
      <h1>{t("options.title")}</h1>
      <h2>{t("options.text")}</h2>
      <TypographyChoices typography={reading} onTypographyChange={onReading} />
      <p class="preview" data-face={reading.face} data-spacing={reading.spacing} data-width={reading.width}>
        {t("options.preview")}
      </p>
      <h2>{t("options.panel")}</h2>
      <Choice
        name="first"
        legend={t("options.first")}
        value={placing.first}
        values={[
          ["tab", t("options.firstTab")],
          ["open", t("options.firstOpen")],
        ]}
        onChoose={(first) => set({ first })}
      />
      <Choice
        name="fullscreen"
        legend={t("options.fullscreen")}
        value={placing.fullscreen}
        values={[
          ["hidden", t("options.fullHidden")],
          ["over", t("options.fullOver")],
        ]}
        onChoose={(fullscreen) => set({ fullscreen })}
      />
      <label class="check">
        <input
          type="checkbox"
          checked={placing.push}
          onChange={(event) => set({ push: event.currentTarget.checked })}
        />{" "}
        {t("options.push")}
      </label>
      <h2>{t("options.quotes")}</h2>
      <QuoteOptions settings={writing} onSettingsChange={onWriting} />
      <h2>{t("options.sites")}</h2>
      <p>{t("options.sitesText")}</p>
      {sites.map((site) => (
        <label key={site} class="check">
          <input
            type="checkbox"
            checked={!off[site]}
            onChange={(event) => onOff(site, !event.currentTarget.checked)}
          />{" "}
          {getSiteName(site)}
        </label>
      ))}
      <h2>{t("options.keys")}</h2>
      <dl class="browser-keys">
        {keys.map(({ what, shortcut }) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>
              <kbd>{shortcut || t("options.unset")}</kbd>
            </dd>
          </div>
        ))}
      </dl>
      <button type="button" class="plain" onClick={onKeys}>
        {t("options.changeKeys")}
      </button>
      <h2>{t("options.kept")}</h2>
      <StoredData data={kept} onDelete={() => void onDelete().then(setDeleted)} />
      <p role="status">{deleted && describeOutcome(deleted, t("options.deleted"))}</p>
      <PrivacyNote />
    </main>
  );
}
