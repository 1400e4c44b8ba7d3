import type { ComponentChildren, Ref } from "preact";
import { Icon } from "../../ui/Icon.tsx";
import { t } from "../../ui/i18n.ts";

interface Props {
  title: string;
  show: string;
  closeButtonRef: Ref<HTMLButtonElement>;
  onClose: () => void;
  /** The menus. */
  children: ComponentChildren;
}

/** What the panel is about, its menus, and the button that closes it. */
export function PanelHeader({ title, show, closeButtonRef: close, onClose, children }: Props) {
  return (
    <header>
      <div class="about">
        <h2>{title}</h2>
        <p>{show}</p>
      </div>
      {children}
      <button ref={close} type="button" class="close round" aria-label={t("panel.close")} onClick={onClose}>
        <Icon name="close" />
      </button>
    </header>
  );
}
