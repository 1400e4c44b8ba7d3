/** The longest slice, in milliseconds: a key pressed meanwhile waits no longer. */
const MAX_SLICE_MS = 6;
/** A page in the background has little idle time; after this many milliseconds a slice runs all the same. */
const IDLE_TIMEOUT_MS = 200;

/**
 * Repeats a short step in the browser's idle time until it returns true.
 * @returns Resolves after the last step; never when the signal aborts before.
 */
export function runWhenIdle(step: () => boolean, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const runSlice = () => {
    if (signal.aborted) return;
    const end = performance.now() + MAX_SLICE_MS;
    let isDone = step();
    while (!isDone && performance.now() < end) isDone = step();
    if (isDone) resolve();
    else scheduleIdle(runSlice);
  };
  scheduleIdle(runSlice);
  return promise;
}

/**
 * Runs a task in idle time, or in a later turn where the browser does not report idle time.
 * @see https://developer.mozilla.org/en-US/docs/Web/API/Window/requestIdleCallback
 */
export function scheduleIdle(task: () => void): void {
  if (typeof requestIdleCallback === "function") requestIdleCallback(task, { timeout: IDLE_TIMEOUT_MS });
  else setTimeout(task, 0);
}
