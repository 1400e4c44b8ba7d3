import { useRef } from "preact/hooks";
import { Icon } from "../ui/Icon.tsx";

interface Props {
  /** The transcript is shown as heard. */
  heard: boolean;
  /** How many corrections of the reader's there are. */
  corrections: number;
  onHeard: () => void;
  onExport: () => void;
}

/** What can be done with the whole transcript. */
export function MoreMenu({ heard, corrections, onHeard, onExport }: Props) {
  const menu = useRef<HTMLDetailsElement>(null);
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
      class="more"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !menu.current?.open) return;
        event.stopPropagation();
        close();
      }}
      onFocusOut={({ relatedTarget }) => {
        if (menu.current && relatedTarget && !menu.current.contains(relatedTarget as Node))
          menu.current.open = false;
      }}
    >
      <summary aria-label="More" title="More">
        <Icon name="more" />
      </summary>
      <div class="items">
        <button type="button" aria-pressed={heard} onClick={then(onHeard)}>
          {heard ? "Show as corrected" : "Show as heard"} <kbd>h</kbd>
        </button>
        <button type="button" disabled={!corrections} onClick={then(onExport)}>
          Save my corrections as a glossary
        </button>
      </div>
    </details>
  );
}
