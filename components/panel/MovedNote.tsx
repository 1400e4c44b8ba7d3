import { movedBy } from "../../utils/transcript/clock.ts";
import type { Tap } from "../../utils/transcript/timing/shifts.ts";

interface Props {
  /** In the order in which the reader made them; at least one. */
  taps: readonly Tap[];
  onUndo: () => void;
}

/** That the reader moved the times on this site, and a way back. */
export function MovedNote({ taps, onUndo }: Props) {
  const [first] = taps;
  return (
    <p class="note">
      {taps.length === 1
        ? `Times moved by ${movedBy(first!.here - first!.own)} on this site.`
        : `Times fitted to ${taps.length} lines on this site.`}{" "}
      <button type="button" class="link" onClick={onUndo}>
        Undo
      </button>
    </p>
  );
}
