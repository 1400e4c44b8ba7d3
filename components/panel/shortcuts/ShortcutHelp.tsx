import { useLayoutEffect, useRef } from "preact/hooks";
import { Icon } from "../../ui/Icon.tsx";
import { SHORTCUTS } from "./keyboard-shortcuts.ts";
import { t } from "../../ui/i18n.ts";

/** The keys that work in the panel, in a small dialog. */
export function ShortcutHelp({ onClose }: { onClose: () => void }) {
  const close = useRef<HTMLButtonElement>(null);
  // At once, or a key pressed as soon as this is seen would meet what had the focus before.
  useLayoutEffect(() => close.current?.focus(), []);
  return (
    <div
      class="sheet"
      role="dialog"
      aria-label={t("more.keys")}
      onKeyDown={(event) => {
        if (event.key !== "Escape" && event.key !== "?") return;
        event.stopPropagation();
        event.preventDefault();
        onClose();
      }}
    >
      <div class="sheet-head">
        <h3>{t("more.keys")}</h3>
        <button ref={close} type="button" class="round" aria-label={t("close")} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      <dl class="keys" tabIndex={0}>
        {SHORTCUTS.map(({ label: shown, description: what }) => (
          <div key={shown}>
            <dt>
              <kbd>{shown}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>Esc</kbd>
          </dt>
          <dd>{t("key.escape")}</dd>
        </div>
      </dl>
    </div>
  );
}
