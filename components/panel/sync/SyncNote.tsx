import { formatTimeShift } from "../../../utils/transcript/model/clock-time.ts";
import type { SyncPoint } from "../../../utils/transcript/timing/sync-points.ts";
import { t } from "../../ui/i18n.ts";

interface Props {
  /** At least one, the newest last. */
  points: readonly SyncPoint[];
  onUndo: () => void;
}

/** States that the reader adjusted the times on this site, and undoes the newest adjustment. */
export function SyncNote({ points, onUndo }: Props) {
  const first = points[0]!;
  return (
    <p class="note">
      {points.length === 1
        ? t("moved.bySite", { by: formatTimeShift(first.here - first.own) })
        : t("moved.fitted", { count: points.length })}{" "}
      <button type="button" class="link" onClick={onUndo}>
        {t("undo")}
      </button>
    </p>
  );
}
