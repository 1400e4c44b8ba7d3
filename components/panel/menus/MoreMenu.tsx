import type { OutputFormat } from "../../../utils/transcript/model/serialize-transcript.ts";
import type { Timing } from "../../../utils/transcript/model/transcript.ts";
import { Menu } from "../../ui/Menu.tsx";
import { t } from "../../ui/i18n.ts";

/** The choices of the menu, other than file formats. */
export type MoreMenuChoice =
  | "toggle-heard"
  | "open-quotes"
  | "export-glossary"
  | "open-shortcuts"
  | "open-options";

interface Props {
  /** The transcript is shown as heard. */
  isHeard: boolean;
  /** Null before the transcript is loaded; only timed text can be saved as captions. */
  timing: Timing | null;
  canExportGlossary: boolean;
  onChoose: (choice: MoreMenuChoice) => void;
  /** Saves the transcript as a file. */
  onSaveAs: (format: OutputFormat) => void;
}

/** File formats, and their names in every language. */
const FILE_FORMATS: readonly { format: OutputFormat; name: string; isTimed?: true }[] = [
  { format: "markdown", name: "Markdown" },
  { format: "text", name: "Text" },
  { format: "srt", name: "SRT", isTimed: true },
  { format: "vtt", name: "WebVTT", isTimed: true },
];

/** The menu for the whole transcript, and the way to other surfaces. */
export function MoreMenu({ isHeard, timing, canExportGlossary, onChoose, onSaveAs }: Props) {
  const formats = FILE_FORMATS.filter(({ isTimed }) => timing !== null && (!isTimed || timing !== "none"));
  return (
    <Menu icon="more" label={t("more.label")}>
      {(select) => {
        const choose = (choice: MoreMenuChoice) => select(() => onChoose(choice));
        return (
          <>
            <button type="button" aria-pressed={isHeard} onClick={choose("toggle-heard")}>
              {t(isHeard ? "panel.showCorrected" : "panel.showHeard")} <kbd>h</kbd>
            </button>
            <button type="button" class="to-quotes" onClick={choose("open-quotes")}>
              {t("quotes.title")}
            </button>
            {formats.length > 0 && (
              <div class="files" role="group" aria-label={t("more.saveAs")}>
                <span aria-hidden="true">{t("more.saveAs")}</span>
                {formats.map(({ format, name }) => (
                  <button
                    key={format}
                    type="button"
                    data-form={format}
                    onClick={select(() => onSaveAs(format))}
                  >
                    {name}
                  </button>
                ))}
              </div>
            )}
            <button type="button" disabled={!canExportGlossary} onClick={choose("export-glossary")}>
              {t("more.glossary")}
            </button>
            <button type="button" onClick={choose("open-shortcuts")}>
              {t("more.keys")} <kbd>?</kbd>
            </button>
            <button type="button" onClick={choose("open-options")}>
              {t("more.options")}
            </button>
          </>
        );
      }}
    </Menu>
  );
}
