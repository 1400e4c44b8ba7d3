import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { Icon, type IconName } from "./Icon.tsx";
import { placePopover } from "./place-popover.ts";

interface Props {
  icon: IconName;
  label: string;
  /** Replaces the icon. */
  text?: string;
  /**
   * Renders the choices. `select` wraps what a choice does: the menu closes, its button gets the focus, then the
   * action runs.
   */
  children: (select: (action: () => void) => () => void) => ComponentChildren;
}

/**
 * A button that opens a popover with choices. Escape, a press elsewhere and focus leaving the menu close it.
 * @see https://developer.mozilla.org/en-US/docs/Web/API/Popover_API
 */
export function Menu({ icon, label, text, children }: Props) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const popover = useRef<HTMLDivElement>(null);
  // Choices are rendered on demand: a list of results may hold hundreds of menus.
  const [isOpen, setOpen] = useState(false);
  const close = () => {
    popover.current?.hidePopover();
    button.current?.focus();
  };
  const select = (action: () => void) => () => {
    close();
    action();
  };
  useEffect(() => {
    if (!isOpen) return undefined;
    const left = new AbortController();
    const place = () => popover.current && placePopover(popover.current, button.current!);
    // A popover is fixed to the viewport; the row that holds its button may scroll.
    addEventListener("scroll", place, { capture: true, passive: true, signal: left.signal });
    addEventListener("resize", place, { signal: left.signal });
    return () => left.abort();
  }, [isOpen]);
  return (
    <div
      class="menu"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !isOpen) return;
        // The surface around the menu closes at Escape as well.
        event.stopPropagation();
        event.preventDefault();
        close();
      }}
      onFocusOut={({ currentTarget, relatedTarget }) => {
        if (isOpen && relatedTarget && !currentTarget.contains(relatedTarget as Node))
          popover.current?.hidePopover();
      }}
    >
      <button
        ref={button}
        type="button"
        class={`menu-button ${text ? "plain" : "round"}`}
        popovertarget={id}
        aria-expanded={isOpen}
        aria-label={label}
        title={label}
      >
        {text ?? <Icon name={icon} />}
      </button>
      <div
        ref={popover}
        id={id}
        class="items"
        popover="auto"
        onBeforeToggle={({ newState }) => {
          setOpen(newState === "open");
          // The choices are rendered, and the popover has its box, before the next frame.
          if (newState === "open")
            requestAnimationFrame(() => popover.current && placePopover(popover.current, button.current!));
        }}
        onToggle={({ newState }) => {
          // A press that moves no focus would send Escape to whatever has it.
          if (newState === "open" && !popover.current?.parentElement?.querySelector(":focus"))
            button.current?.focus();
        }}
      >
        {isOpen && children(select)}
      </div>
    </div>
  );
}
