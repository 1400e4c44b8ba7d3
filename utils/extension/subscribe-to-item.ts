import type { Setting } from "./define-setting.ts";

/** Hands over a setting's value now and after every change, each time before `draw`. Returns what changes it. */
export function subscribeToItem<T>(
  item: Setting<T>,
  signal: AbortSignal,
  draw: () => void,
  take: (value: T) => void,
): (next: T) => Promise<void> {
  item.connect(signal);
  void item.ready.then(() => {
    if (signal.aborted) return;
    const stop = item.value.subscribe((value) => {
      take(value);
      draw();
    });
    signal.addEventListener("abort", stop, { once: true });
  });
  return item.set;
}
