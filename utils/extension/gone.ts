import { browser } from "wxt/browser";

/** How often it is checked, in milliseconds. */
const CHECK_MS = 3000;

/**
 * True once the extension was updated, reloaded or removed under an open page: the script lives on, but nobody
 * answers it. Chromium takes the id away then (seen in 156); Firefox stops the script itself.
 */
export function isGone(): boolean {
  return !browser.runtime?.id;
}

/** Calls back once when the extension is gone. */
export function whenGone(tell: () => void, signal: AbortSignal): void {
  const timer = setInterval(() => {
    if (!isGone()) return;
    clearInterval(timer);
    tell();
  }, CHECK_MS);
  signal.addEventListener("abort", () => clearInterval(timer), { once: true });
}
