import { isGone } from "../../utils/extension/gone.ts";

/** Something that is kept in the browser, as WXT's storage hands it out. */
interface Kept<T> {
  getValue(): Promise<T>;
  watch(tell: (value: T) => void): () => void;
}

/** Hands over what is kept, now and whenever it changes, and draws it. */
export function follow<T>(
  item: Kept<T>,
  signal: AbortSignal,
  draw: () => void,
  take: (value: T) => void,
): void {
  const onKept = (value: T) => {
    take(value);
    draw();
  };
  // Without the extension there is nothing to be had; the panel says that it is gone.
  void item.getValue().then(onKept, draw);
  const unwatch = item.watch(onKept);
  // Once the extension is gone, nothing is watched any more, and Chromium throws at whoever asks to stop.
  signal.addEventListener("abort", () => isGone() || unwatch(), { once: true });
}
