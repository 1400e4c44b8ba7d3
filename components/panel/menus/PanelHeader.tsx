import type { ComponentChildren, Ref } from "preact";
import { Icon } from "../../ui/Icon.tsx";
import { t } from "../../ui/i18n.ts";

interface Props {
  title: string;
  /** Name of the show. */
  show: string;
  closeButtonRef: Ref<HTMLButtonElement>;
  onClose: () => void;
  /** The menus. */
  children: ComponentChildren;
}

/** The head of the panel: the episode, the menus and the close button. */
export function PanelHeader({ title, show, closeButtonRef, onClose, children }: Props) {
  return (
    <header>
      <div class="about">
        <h2>{title}</h2>
        <p>{show}</p>
      </div>
      {children}
      <button
        ref={closeButtonRef}
        type="button"
        class="close round"
        aria-label={t("panel.close")}
        onClick={onClose}
      >
        <Icon name="close" />
      </button>
    </header>
  );
}
