import { computed, type ReadonlySignal } from "@preact/signals";
import { formatTimeShift } from "../../../utils/transcript/model/clock-time.ts";
import type { Transcript } from "../../../utils/transcript/model/transcript.ts";
import {
  addSyncPoint,
  createSyncPoint,
  type SyncPoint,
} from "../../../utils/transcript/timing/sync-points.ts";
import { t } from "../../ui/i18n.ts";

/** The reader's adjustments of the times on this site. */
export interface SyncModel {
  points: ReadonlySignal<readonly SyncPoint[]>;
  /** True with at least one point. */
  isAdjusted: ReadonlySignal<boolean>;
  /** Marks a paragraph as being spoken right now. */
  setSpoken: (paragraph: number) => void;
  /** Removes the newest point. */
  undo: () => void;
}

interface SyncInputs {
  points: ReadonlySignal<readonly SyncPoint[]>;
  /** Stores the points, the newest last. */
  save: (points: readonly SyncPoint[]) => void;
  /** The transcript on its own clock. */
  unsynced: ReadonlySignal<Transcript | null>;
  /** Seconds of the player; null when it does not play the episode. */
  getSeconds: () => number | null;
  announce: (message: string) => void;
}

/** Creates the model of the sync points of one episode on one site. */
export function createSyncModel({ points, save, unsynced, getSeconds, announce }: SyncInputs): SyncModel {
  return {
    points,
    isAdjusted: computed(() => points.value.length > 0),
    setSpoken(paragraph) {
      const seconds = getSeconds();
      const point = unsynced.value && seconds !== null && createSyncPoint(unsynced.value, paragraph, seconds);
      if (!point) return;
      save(addSyncPoint(points.value, point));
      announce(t("moved.by", { by: formatTimeShift(point.here - point.own) }));
    },
    undo() {
      const left = points.value.slice(0, -1);
      save(left);
      announce(t(left.length ? "moved.back" : "moved.own"));
    },
  };
}
