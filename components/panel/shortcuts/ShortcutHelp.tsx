import type { RefObject } from "preact";
import { t } from "../../ui/i18n.ts";
import { Sheet } from "../menus/Sheet.tsx";
import { SHORTCUTS } from "./keyboard-shortcuts.ts";

interface Props {
  fallbackFocus: RefObject<HTMLElement | null>;
  onClose: () => void;
}

/** A sheet that lists the keyboard shortcuts. */
export function ShortcutHelp({ fallbackFocus, onClose }: Props) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" && event.key !== "?") return;
    event.stopPropagation();
    event.preventDefault();
    onClose();
  };
  return (
    <Sheet label={t("more.keys")} fallbackFocus={fallbackFocus} onKeyDown={onKeyDown} onClose={onClose}>
      <dl class="keys" tabIndex={0}>
        {SHORTCUTS.map(({ label, description }) => (
          <div key={label}>
            <dt>
              <kbd>{label}</kbd>
            </dt>
            <dd>{description}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>Esc</kbd>
          </dt>
          <dd>{t("key.escape")}</dd>
        </div>
      </dl>
    </Sheet>
  );
}
