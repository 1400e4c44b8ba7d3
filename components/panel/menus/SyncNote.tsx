import { formatTimeShift } from "../../../utils/transcript/model/clock-time.ts";
import type { SyncPoint } from "../../../utils/transcript/timing/sync-points.ts";
import { t } from "../../ui/i18n.ts";

interface Props {
  /** In the order in which the reader made them; at least one. */
  syncPoints: readonly SyncPoint[];
  onUndo: () => void;
}

/** That the reader moved the times on this site, and a way back. */
export function SyncNote({ syncPoints: taps, onUndo }: Props) {
  const [first] = taps;
  return (
    <p class="note">
      {taps.length === 1
        ? t("moved.bySite", { by: formatTimeShift(first!.here - first!.own) })
        : t("moved.fitted", { count: taps.length })}{" "}
      <button type="button" class="link" onClick={onUndo}>
        {t("undo")}
      </button>
    </p>
  );
}
