import { Menu } from "../ui/Menu.tsx";
import { t } from "../ui/i18n.ts";
import type { LibraryPageModel } from "./library-page-model.ts";
import type { TranscriptExportKind } from "./library-ports.ts";

const EXPORT_KINDS: readonly (readonly [TranscriptExportKind, string])[] = [
  ["markdown", t("library.markdown")],
  ["json", t("library.json")],
];

interface Props {
  model: Pick<LibraryPageModel, "selection" | "removableCount" | "exportSelected" | "remove">;
}

/** What can be done with the selected episodes; nothing while none is selected. */
export function SelectedEpisodes({ model }: Props) {
  const { selection, exportSelected } = model;
  const count = selection.count.value;
  if (!count) return null;
  return (
    <div class="selected" role="group" aria-label={t("library.selectedEpisodes")}>
      <span role="status">{t("library.selected", count)}</span>
      <Menu icon="more" label={t("quotes.export")} text={t("quotes.export")}>
        {(select) =>
          EXPORT_KINDS.map(([kind, name]) => (
            <button key={kind} type="button" data-kind={kind} onClick={select(() => exportSelected(kind))}>
              {name}
            </button>
          ))
        }
      </Menu>
      <button
        type="button"
        class="plain remove"
        disabled={!model.removableCount.value}
        title={model.removableCount.value ? undefined : t("library.notRemovable")}
        onClick={() => model.remove()}
      >
        {t("quotes.remove")}
      </button>
      <button type="button" class="plain all" onClick={selection.selectAll}>
        {t("library.selectAll")}
      </button>
      <button type="button" class="plain none" onClick={selection.clear}>
        {t("library.selectNone")}
      </button>
    </div>
  );
}
