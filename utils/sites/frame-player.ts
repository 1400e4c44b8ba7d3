import type { Player, PlayerState } from "./player.ts";

/** A player in a frame of another origin. It is followed by its reports and controlled by messages. */
export interface FramePlayer extends Player {
  /** Takes the frame's newest report; null when the frame has no player any more. */
  report(state: PlayerState | null): void;
}

/** Asks a frame's player to seek, in seconds, or to play or pause. */
export type PlayerCommand = { seconds: number } | "toggle";

/** How often listeners are called between two reports of a playing frame. */
const TICK_INTERVAL_MS = 250;

/**
 * Creates a player from reports. Between two reports, its time advances at the reported speed.
 * @param now A monotonic clock in milliseconds.
 */
export function createFramePlayer(
  sendCommand: (command: PlayerCommand) => void,
  now: () => number,
): FramePlayer {
  let last: { state: PlayerState; at: number } | null = null;
  const listeners = new Set<() => void>();
  const notify = () => listeners.forEach((listener) => listener());
  let timer: ReturnType<typeof setInterval> | undefined;
  /** Pages without a playing frame run no timer. */
  const updateTimer = () => {
    const isNeeded = listeners.size > 0 && last !== null && !last.state.paused;
    if (isNeeded) timer ??= setInterval(notify, TICK_INTERVAL_MS);
    else {
      clearInterval(timer);
      timer = undefined;
    }
  };
  return {
    report(state) {
      last = state && { state, at: now() };
      updateTimer();
      notify();
    },
    getState() {
      if (!last) return null;
      const { state, at } = last;
      return state.paused ? state : { ...state, seconds: state.seconds + ((now() - at) / 1000) * state.rate };
    },
    seek(seconds) {
      if (last) last = { state: { ...last.state, seconds }, at: now() };
      sendCommand({ seconds });
      notify();
    },
    toggle: () => sendCommand("toggle"),
    watch(listener, signal) {
      listeners.add(listener);
      updateTimer();
      signal.addEventListener("abort", () => {
        listeners.delete(listener);
        updateTimer();
      });
    },
  };
}

/** Combines two players into the one that is present; of two present ones, the one with the longer recording. */
export function combinePlayers(first: Player, second: Player): Player {
  const choose = (): [Player, PlayerState | null] => {
    const [firstState, secondState] = [first.getState(), second.getState()];
    const isSecond =
      firstState && secondState ? (secondState.duration ?? 0) > (firstState.duration ?? 0) : !firstState;
    return isSecond ? [second, secondState] : [first, firstState];
  };
  return {
    getState: () => choose()[1],
    seek: (seconds) => choose()[0].seek(seconds),
    toggle: () => choose()[0].toggle(),
    watch(listener, signal) {
      first.watch(listener, signal);
      second.watch(listener, signal);
    },
  };
}
