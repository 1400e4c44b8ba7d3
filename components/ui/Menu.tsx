import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import { Icon, type IconName } from "./Icon.tsx";

interface Props {
  icon: IconName;
  label: string;
  /** Shown in place of the drawing. */
  text?: string;
  /** What is in it; handed what makes a choice close it, give the focus back, and then do what was chosen. */
  children: (then: (run: () => void) => () => void) => ComponentChildren;
}

/** A button that opens a small box with choices; it closes at Escape and when the focus leaves it. */
export function Menu({ icon, label, text, children }: Props) {
  const menu = useRef<HTMLDetailsElement>(null);
  // What is in it is drawn when it is wanted: a list may have hundreds of menus.
  const [isOpen, setOpen] = useState(false);
  const close = () => {
    if (menu.current) menu.current.open = false;
    menu.current?.querySelector("summary")?.focus();
  };
  const then = (run: () => void) => () => {
    close();
    run();
  };
  return (
    <details
      ref={menu}
      class="menu"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !menu.current?.open) return;
        event.stopPropagation();
        close();
      }}
      onToggle={() => {
        // Where a press of the mouse moved no focus, Escape would be for what has it.
        const focus = menu.current?.querySelector<HTMLElement>(":focus");
        setOpen(menu.current?.open ?? false);
        if (menu.current?.open && !focus) menu.current.querySelector("summary")?.focus();
      }}
      onFocusOut={({ relatedTarget }) => {
        if (menu.current && relatedTarget && !menu.current.contains(relatedTarget as Node))
          menu.current.open = false;
      }}
    >
      <summary class={text ? "plain" : "round"} aria-label={label} title={label}>
        {text ?? <Icon name={icon} />}
      </summary>
      <div class="items">{isOpen && children(then)}</div>
    </details>
  );
}
