import type { StorageItem } from "./update-item.ts";
import { isContextInvalidated } from "./extension-context.ts";

interface WatchableItem<T> extends StorageItem<T> {
  watch(tell: (value: T) => void): () => void;
}

/**
 * Hands over what is kept, now and whenever it changes, and draws it. Gives what changes it: a choice counts at once,
 * for the next one may come before the browser has kept it; that rejects when the extension is gone.
 */
export function subscribeToItem<T>(
  item: WatchableItem<T>,
  signal: AbortSignal,
  draw: () => void,
  take: (value: T) => void,
): (next: T) => Promise<void> {
  /** Choices on their way; what is told meanwhile is older than they are. */
  let keeping = 0;
  const onKept = (value: T) => {
    take(value);
    draw();
  };
  const onTold = (value: T) => {
    if (!keeping) onKept(value);
  };
  // Without the extension there is nothing to be had; the panel says that it is gone.
  void item.getValue().then(onTold, draw);
  const unwatch = item.watch(onTold);
  // Once the extension is gone, nothing is watched any more, and Chromium throws at whoever asks to stop.
  signal.addEventListener("abort", () => isContextInvalidated() || unwatch(), { once: true });
  return async (next) => {
    onKept(next);
    keeping++;
    try {
      await item.setValue(next);
    } finally {
      keeping--;
    }
  };
}
