import { useRef } from "preact/hooks";
import { formatSize } from "../ui/format-size.ts";
import { t } from "../ui/i18n.ts";
import type { StoredDataSummary } from "./options-model.ts";

interface Props {
  data: StoredDataSummary;
  onDelete: () => void;
}

/** What is stored, and a button that deletes it once a dialog is confirmed. */
export function StoredData({ data, onDelete }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { bytes, quotes, corrections, syncedEpisodes } = data;
  return (
    <>
      <p>{t("options.keptText", { size: formatSize(bytes) })}</p>
      <ul>
        <li>{t("options.quotesKept", quotes)}</li>
        <li>{t("options.corrections", corrections)}</li>
        <li>{t("options.taps", syncedEpisodes)}</li>
        <li>{t("options.settings")}</li>
      </ul>
      <button type="button" class="plain" onClick={() => dialog.current?.showModal()}>
        {t("options.delete")}
      </button>
      <dialog ref={dialog} class="confirmation" aria-label={t("options.delete")}>
        <p>{t("options.deleteSure")}</p>
        <button
          type="button"
          class="danger"
          onClick={() => {
            dialog.current?.close();
            onDelete();
          }}
        >
          {t("options.deleteYes")}
        </button>{" "}
        <button type="button" class="plain" autofocus onClick={() => dialog.current?.close()}>
          {t("cancel")}
        </button>
      </dialog>
    </>
  );
}
