import { Menu } from "../ui/Menu.tsx";
import { t } from "../ui/words.ts";

interface Props {
  /** The transcript is shown as heard. */
  heard: boolean;
  /** How many corrections of the reader's there are. */
  corrections: number;
  onHeard: () => void;
  onExport: () => void;
  onHelp: () => void;
  onOptions: () => void;
}

/** What can be done with the whole transcript. */
export function MoreMenu({ heard, corrections, onHeard, onExport, onHelp, onOptions }: Props) {
  return (
    <Menu icon="more" label={t("more.label")}>
      {(close) => {
        const then = (run: () => void) => () => {
          close();
          run();
        };
        return (
          <>
            <button type="button" aria-pressed={heard} onClick={then(onHeard)}>
              {t(heard ? "panel.showCorrected" : "panel.showHeard")} <kbd>h</kbd>
            </button>
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
        );
      }}
    </Menu>
  );
}
