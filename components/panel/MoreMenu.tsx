import { Menu } from "../ui/Menu.tsx";

interface Props {
  /** The transcript is shown as heard. */
  heard: boolean;
  /** How many corrections of the reader's there are. */
  corrections: number;
  onHeard: () => void;
  onExport: () => void;
  onHelp: () => void;
}

/** What can be done with the whole transcript. */
export function MoreMenu({ heard, corrections, onHeard, onExport, onHelp }: Props) {
  return (
    <Menu icon="more" label="More">
      {(close) => {
        const then = (run: () => void) => () => {
          close();
          run();
        };
        return (
          <>
            <button type="button" aria-pressed={heard} onClick={then(onHeard)}>
              {heard ? "Show as corrected" : "Show as heard"} <kbd>h</kbd>
            </button>
            <button type="button" disabled={!corrections} onClick={then(onExport)}>
              Save my corrections as a glossary
            </button>
            <button type="button" onClick={then(onHelp)}>
              Keys <kbd>?</kbd>
            </button>
          </>
        );
      }}
    </Menu>
  );
}
