import { browser } from "wxt/browser";

const CHECK_INTERVAL_MS = 3000;

/** The extension was updated, reloaded or removed under an open page, so that the browser serves it no more. */
export class ContextInvalidatedError extends Error {
  constructor(options?: ErrorOptions) {
    super("The extension was updated or removed.", options);
    this.name = "ContextInvalidatedError";
  }
}

/**
 * True once the extension was updated, reloaded or removed under an open page. Chromium 156 lets the content script
 * live on without `runtime.id`; Firefox 153 stops the script.
 */
export function isContextInvalidated(): boolean {
  return !browser.runtime?.id;
}

/** Calls back once, within three seconds after the extension context was invalidated. No browser has an event for it. */
export function onContextInvalidated(callback: () => void, signal: AbortSignal): void {
  const timer = setInterval(() => {
    if (!isContextInvalidated()) return;
    clearInterval(timer);
    callback();
  }, CHECK_INTERVAL_MS);
  signal.addEventListener("abort", () => clearInterval(timer), { once: true });
}
