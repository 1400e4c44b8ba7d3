import type { ComponentChildren, RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Icon } from "../../ui/Icon.tsx";
import { t } from "../../ui/i18n.ts";

interface Props {
  label: string;
  /** Gets the focus on closing, when the element that had it before is gone. */
  fallbackFocus: RefObject<HTMLElement | null>;
  onKeyDown: (event: KeyboardEvent) => void;
  onClose: () => void;
  children: ComponentChildren;
}

/**
 * A dialog over the transcript. It is not modal, so the page around the panel stays usable. Closing it returns the
 * focus to the element that had it.
 */
export function Sheet({ label, fallbackFocus, onKeyDown, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  // A layout effect, so that a key pressed right after the dialog appears goes to the dialog.
  useLayoutEffect(() => {
    const element = dialog.current!;
    const root = element.getRootNode() as ShadowRoot;
    const before = root.activeElement as HTMLElement | null;
    const fallback = fallbackFocus.current;
    element.show();
    return () => {
      if (!element.contains(root.activeElement)) return;
      (before?.isConnected ? before : fallback)?.focus({ preventScroll: true });
    };
  }, [fallbackFocus]);
  return (
    <dialog ref={dialog} class="sheet" aria-label={label} onKeyDown={onKeyDown}>
      <div class="sheet-head">
        <h3>{label}</h3>
        <button type="button" class="round" aria-label={t("close")} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      {children}
    </dialog>
  );
}
