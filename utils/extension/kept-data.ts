import { browser } from "wxt/browser";
import { corrections, taps } from "../settings.ts";

/** How much of the reader's lies in the extension's storage: bytes as they are written, and what they are. */
export async function keptData(): Promise<{ bytes: number; corrections: number; taps: number }> {
  const all = await browser.storage.local.get(null);
  return {
    bytes: Object.keys(all).length ? new TextEncoder().encode(JSON.stringify(all)).length : 0,
    corrections: (await corrections.getValue()).length,
    taps: Object.keys(await taps.getValue()).length,
  };
}

/** Deletes all that is kept, for good and until the browser is closed. Open pages go on as after an install. */
export async function deleteEverything(): Promise<void> {
  await browser.storage.local.clear();
  await browser.storage.session.clear();
}
