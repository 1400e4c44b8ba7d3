import { effect } from "@preact/signals";

/** Runs an effect whenever the signals it reads change, until `until` aborts. The effect may return its clean-up. */
export function runEffect(run: () => (() => void) | void, until: AbortSignal): void {
  if (until.aborted) return;
  until.addEventListener("abort", effect(run), { once: true });
}
