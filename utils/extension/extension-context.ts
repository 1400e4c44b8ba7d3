import { browser } from "wxt/browser";

/** How often it is checked, in milliseconds. */
const CHECK_INTERVAL_MS = 3000;

/**
 * True once the extension was updated, reloaded or removed under an open page: the script lives on, but nobody
 * answers it. Chromium takes the id away then (seen in 156); Firefox stops the script itself.
 */
export function isContextInvalidated(): boolean {
  return !browser.runtime?.id;
}

/** Calls back once when the extension is gone. */
export function onContextInvalidated(tell: () => void, signal: AbortSignal): void {
  const timer = setInterval(() => {
    if (!isContextInvalidated()) return;
    clearInterval(timer);
    tell();
  }, CHECK_INTERVAL_MS);
  signal.addEventListener("abort", () => clearInterval(timer), { once: true });
}
