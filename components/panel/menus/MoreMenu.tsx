import type { OutputFormat } from "../../../utils/transcript/model/serialize-transcript.ts";
import { Menu } from "../../ui/Menu.tsx";
import { t } from "../../ui/i18n.ts";

interface Props {
  /** The transcript is shown as heard. */
  isHeard: boolean;
  /** How many corrections of the reader's there are. */
  correctionCount: number;
  onToggleHeard: () => void;
  onExportGlossary: () => void;
  onOpenShortcuts: () => void;
  onOpenOptions: () => void;
  /** Opens the list of saved quotes. */
  onOpenQuotes: () => void;
  /** The transcript has times, so it can be saved as captions. */
  isTimed: boolean;
  /** Saves the transcript as a file; null while there is none. */
  onSaveAs: ((form: OutputFormat) => void) | null;
}

/** Forms of files that are offered, and what they are called everywhere. */
const EXPORT_FORMATS: readonly { form: OutputFormat; name: string; timed?: true }[] = [
  { form: "markdown", name: "Markdown" },
  { form: "text", name: "Text" },
  { form: "srt", name: "SRT", timed: true },
  { form: "vtt", name: "WebVTT", timed: true },
];

/** What can be done with the whole transcript. */
export function MoreMenu(props: Props) {
  const {
    isHeard: heard,
    correctionCount: corrections,
    onToggleHeard: onHeard,
    onExportGlossary: onExport,
    onOpenShortcuts: onHelp,
    onOpenOptions: onOptions,
    onOpenQuotes: onQuotes,
    isTimed,
    onSaveAs,
  } = props;
  return (
    <Menu icon="more" label={t("more.label")}>
      {(then) => (
        <>
          <button type="button" aria-pressed={heard} onClick={then(onHeard)}>
            {t(heard ? "panel.showCorrected" : "panel.showHeard")} <kbd>h</kbd>
          </button>
          <button type="button" class="to-quotes" onClick={then(onQuotes)}>
            {t("quotes.title")}
          </button>
          {onSaveAs && (
            <div class="files" role="group" aria-label={t("more.saveAs")}>
              <span aria-hidden="true">{t("more.saveAs")}</span>
              {EXPORT_FORMATS.filter(({ timed }) => isTimed || !timed).map(({ form, name }) => (
                <button key={form} type="button" data-form={form} onClick={then(() => onSaveAs(form))}>
                  {name}
                </button>
              ))}
            </div>
          )}
          <button type="button" disabled={!corrections} onClick={then(onExport)}>
            {t("more.glossary")}
          </button>
          <button type="button" onClick={then(onHelp)}>
            {t("more.keys")} <kbd>?</kbd>
          </button>
          <button type="button" onClick={then(onOptions)}>
            {t("more.options")}
          </button>
        </>
      )}
    </Menu>
  );
}
