import type { Player, PlayerState } from "./player.ts";

/** A player in a frame of another host, followed by what it reports and steered by messages. */
export interface FramePlayer extends Player {
  /** Takes in a report. */
  report(state: PlayerState | null): void;
}

/** How often a playing frame's time is told on between its reports, in milliseconds. */
const TICK_MS = 250;

/** Makes a player out of reports; between them time runs on at the speed that was told. */
export function framePlayer(seek: (seconds: number) => void, now: () => number): FramePlayer {
  let last: { state: PlayerState; at: number } | null = null;
  const listeners = new Set<() => void>();
  const tell = () => listeners.forEach((listener) => listener());
  return {
    report(state) {
      last = state && { state, at: now() };
      tell();
    },
    state() {
      if (!last) return null;
      const { state, at } = last;
      return state.paused ? state : { ...state, seconds: state.seconds + ((now() - at) / 1000) * state.rate };
    },
    seek(seconds) {
      if (last) last = { state: { ...last.state, seconds }, at: now() };
      seek(seconds);
      tell();
    },
    watch(listener, signal) {
      listeners.add(listener);
      const tick = setInterval(() => last && !last.state.paused && listener(), TICK_MS);
      signal.addEventListener("abort", () => {
        listeners.delete(listener);
        clearInterval(tick);
      });
    },
  };
}

/** The first of two players that is there. */
export function eitherPlayer(first: Player, second: Player): Player {
  const used = () => (first.state() ? first : second);
  return {
    state: () => used().state(),
    seek: (seconds) => used().seek(seconds),
    watch(listener, signal) {
      first.watch(listener, signal);
      second.watch(listener, signal);
    },
  };
}
