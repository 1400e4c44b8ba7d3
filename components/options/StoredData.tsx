import { useState } from "preact/hooks";
import { t } from "../ui/i18n.ts";

/** What lies in the extension's storage. */
export interface StoredDataSummary {
  bytes: number;
  quotes: number;
  corrections: number;
  /** Episodes of which the reader moved the times. */
  syncedEpisodes: number;
}

interface Props {
  data: StoredDataSummary;
  onDelete: () => void;
}

/** Where the reader's data lies and how much it is, and a button that deletes it, asked twice. */
export function StoredData({ data, onDelete }: Props) {
  const [isSure, setSure] = useState(false);
  const { bytes, quotes, corrections, syncedEpisodes } = data;
  const size = new Intl.NumberFormat(t("language"), {
    style: "unit",
    unit: bytes < 1000 ? "byte" : "kilobyte",
    unitDisplay: bytes < 1000 ? "long" : "short",
    maximumFractionDigits: 1,
  }).format(bytes < 1000 ? bytes : bytes / 1000);
  return (
    <>
      <p>{t("options.keptText", { size })}</p>
      <ul>
        <li>{t("options.quotesKept", quotes)}</li>
        <li>{t("options.corrections", corrections)}</li>
        <li>{t("options.taps", syncedEpisodes)}</li>
        <li>{t("options.settings")}</li>
      </ul>
      {isSure ? (
        <div class="sure" role="group" aria-label={t("options.delete")}>
          <p>{t("options.deleteSure")}</p>
          <button
            type="button"
            class="danger"
            onClick={() => {
              setSure(false);
              onDelete();
            }}
          >
            {t("options.deleteYes")}
          </button>{" "}
          <button type="button" class="plain" onClick={() => setSure(false)}>
            {t("cancel")}
          </button>
        </div>
      ) : (
        <button type="button" class="plain" onClick={() => setSure(true)}>
          {t("options.delete")}
        </button>
      )}
    </>
  );
}
