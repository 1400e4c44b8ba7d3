import { useState } from "preact/hooks";
import type { Result } from "../../utils/result.ts";
import type { Placing, Reading } from "../../utils/settings.ts";
import { outcomeText } from "../ui/outcome.ts";
import { Choice } from "../ui/Choice.tsx";
import { ReadingChoices } from "../ui/ReadingChoices.tsx";
import { Sees } from "../ui/Sees.tsx";
import { siteNames } from "../ui/site-names.ts";
import { t } from "../ui/words.ts";
import type { Writing } from "../../utils/quote/formats/writing.ts";
import { QuoteOptions } from "./QuoteOptions.tsx";
import { Kept, type KeptData } from "./Kept.tsx";

/** A key of the whole browser: what it does, and which it is; empty where there is none. */
export interface BrowserKey {
  what: string;
  shortcut: string;
}

interface Props {
  reading: Reading;
  onReading: (reading: Reading) => void;
  placing: Placing;
  onPlacing: (placing: Placing) => void;
  /** Sites that can be switched off, by the adapter's name. */
  sites: readonly string[];
  off: { [site: string]: boolean };
  onOff: (site: string, off: boolean) => void;
  writing: Writing;
  onWriting: (writing: Writing) => void;
  kept: KeptData;
  onDelete: () => Promise<Result<null>>;
  keys: readonly BrowserKey[];
  /** Opens the browser's own page for keys. */
  onKeys: () => void;
}

/** Everything that can be set, what is kept, and what Earmark may see. */
export function Options(props: Props) {
  const { reading, onReading, placing, onPlacing, sites, off, onOff, kept, onDelete, keys, onKeys } = props;
  const { writing, onWriting } = props;
  const [deleted, setDeleted] = useState<Result<null> | null>(null);
  const set = (change: Partial<Placing>) => onPlacing({ ...placing, ...change });
  return (
    <main>
      <h1>{t("options.title")}</h1>
      <h2>{t("options.text")}</h2>
      <ReadingChoices reading={reading} onReading={onReading} />
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
      <QuoteOptions writing={writing} onWriting={onWriting} />
      <h2>{t("options.sites")}</h2>
      <p>{t("options.sitesText")}</p>
      {sites.map((site) => (
        <label key={site} class="check">
          <input
            type="checkbox"
            checked={!off[site]}
            onChange={(event) => onOff(site, !event.currentTarget.checked)}
          />{" "}
          {siteNames[site] ?? site}
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
      <Kept data={kept} onDelete={() => void onDelete().then(setDeleted)} />
      <p role="status">{deleted && outcomeText(deleted, t("options.deleted"))}</p>
      <Sees />
    </main>
  );
}
