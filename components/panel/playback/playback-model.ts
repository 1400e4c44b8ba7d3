import { batch, computed, signal, type ReadonlySignal } from "@preact/signals";
import type { Player } from "../../../utils/sites/player.ts";

/** The parts of a player's state that change a few times in an episode, unlike its time. */
export interface PlaybackModel {
  hasPlayer: ReadonlySignal<boolean>;
  isAdvert: ReadonlySignal<boolean>;
  /** Length of the recording in seconds; null while unknown. Frozen while an ad plays. */
  duration: ReadonlySignal<number | null>;
  /** There is a player, and it plays the episode. */
  canJump: ReadonlySignal<boolean>;
  /** Seconds into the episode; null without a player and while an ad plays. */
  getSeconds: () => number | null;
  /** Does nothing without a player and while an ad plays. */
  seek: (seconds: number) => void;
  /** Goes forward, or back by a negative number of seconds. */
  skip: (seconds: number) => void;
  toggle: () => void;
}

/** Creates the model of a player, which is watched until `until` aborts. */
export function createPlaybackModel(player: Player, until: AbortSignal): PlaybackModel {
  const hasPlayer = signal(false);
  const isAdvert = signal(false);
  const duration = signal<number | null>(null);
  const canJump = computed(() => hasPlayer.value && !isAdvert.value);
  const read = () =>
    batch(() => {
      const state = player.getState();
      hasPlayer.value = state !== null;
      isAdvert.value = state?.advert ?? false;
      if (!state?.advert) duration.value = state?.duration ?? null;
    });
  player.watch(read, until);
  read();

  const getSeconds = () => {
    const state = player.getState();
    return state && !state.advert ? state.seconds : null;
  };
  const seek = (seconds: number) => {
    if (canJump.value) player.seek(Math.max(0, seconds));
  };
  return {
    hasPlayer,
    isAdvert,
    duration,
    canJump,
    getSeconds,
    seek,
    skip(by) {
      const seconds = getSeconds();
      if (seconds !== null) seek(seconds + by);
    },
    toggle: () => player.toggle(),
  };
}
