import { getSiteName } from "../../utils/sites/sites.ts";
import type { PanelLayoutSettings } from "../../utils/extension/settings.ts";
import { Choice } from "../ui/Choice.tsx";
import { describeOutcome } from "../ui/describe-outcome.ts";
import { PrivacyNote } from "../ui/PrivacyNote.tsx";
import { TypographyChoices } from "../ui/TypographyChoices.tsx";
import { t } from "../ui/i18n.ts";
import type { OptionsModel } from "./options-model.ts";
import { QuoteOptions } from "./QuoteOptions.tsx";
import { StoredData } from "./StoredData.tsx";

interface Props {
  model: OptionsModel;
}

/** The options page: settings, browser shortcuts, stored data, privacy and licences. */
export function OptionsApp({ model }: Props) {
  if (!model.isReady.value) return null;
  const { deletion } = model;
  return (
    <main>
      <h1>{t("options.title")}</h1>
      <h2>{t("options.text")}</h2>
      <TextSection model={model} />
      <h2>{t("options.panel")}</h2>
      <PanelSection model={model} />
      <h2>{t("options.quotes")}</h2>
      <QuoteOptions
        settings={model.quoteFormat.value.value}
        onSettingsChange={(next) => void model.quoteFormat.set(next)}
      />
      <h2>{t("options.sites")}</h2>
      <SitesSection model={model} />
      <h2>{t("options.keys")}</h2>
      <ShortcutsSection model={model} />
      <h2>{t("options.kept")}</h2>
      <StoredData data={model.storedData.value} onDelete={model.deleteEverything} />
      <p role="status">{deletion.value && describeOutcome(deletion.value, t("options.deleted"))}</p>
      <PrivacyNote />
      <p>
        <a class="licences" href="/third-party-notices.txt" target="_blank" rel="noreferrer">
          {t("options.licences")}
        </a>
      </p>
    </main>
  );
}

function TextSection({ model }: Props) {
  const typography = model.typography.value.value;
  const { size, face, spacing, width } = typography;
  return (
    <>
      <TypographyChoices
        typography={typography}
        onTypographyChange={(next) => void model.typography.set(next)}
      />
      <p
        class="preview"
        data-face={face}
        data-spacing={spacing}
        data-width={width}
        style={{ "--size": `${size}px` }}
      >
        {t("options.preview")}
      </p>
    </>
  );
}

function PanelSection({ model }: Props) {
  const { first, fullscreen, push } = model.panelLayout.value.value;
  const update = (change: Partial<PanelLayoutSettings>) =>
    void model.panelLayout.update((old) => ({ ...old, ...change }));
  return (
    <>
      <Choice
        name="first"
        legend={t("options.first")}
        value={first}
        values={[
          ["tab", t("options.firstTab")],
          ["open", t("options.firstOpen")],
        ]}
        onChoose={(chosen) => update({ first: chosen })}
      />
      <Choice
        name="fullscreen"
        legend={t("options.fullscreen")}
        value={fullscreen}
        values={[
          ["hidden", t("options.fullHidden")],
          ["over", t("options.fullOver")],
        ]}
        onChoose={(chosen) => update({ fullscreen: chosen })}
      />
      <Choice
        name="videos"
        legend={t("options.videos")}
        value={model.videoTranscripts.value}
        values={[
          ["click", t("options.videosClick")],
          ["always", t("options.videosAlways")],
          ["off", t("options.videosOff")],
        ]}
        onChoose={model.chooseVideoTranscripts}
      />
      <label class="check">
        <input
          type="checkbox"
          checked={push}
          onChange={(event) => update({ push: event.currentTarget.checked })}
        />{" "}
        {t("options.push")}
      </label>
    </>
  );
}

function SitesSection({ model }: Props) {
  return (
    <>
      <p>{t("options.sitesText")}</p>
      {model.sites.map((site) => (
        <label key={site} class="check">
          <input
            type="checkbox"
            checked={!model.disabledSites.value[site]}
            onChange={(event) => model.toggleSite(site, event.currentTarget.checked)}
          />{" "}
          {getSiteName(site)}
        </label>
      ))}
    </>
  );
}

function ShortcutsSection({ model }: Props) {
  return (
    <>
      <dl class="browser-keys">
        {model.shortcuts.value.map(({ what, shortcut }) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>
              <kbd>{shortcut || t("options.unset")}</kbd>
            </dd>
          </div>
        ))}
      </dl>
      <button type="button" class="plain" onClick={model.openShortcutSettings}>
        {t("options.changeKeys")}
      </button>
    </>
  );
}
