import { browser } from "wxt/browser";
import { toSuccess, type Result } from "../shared/result.ts";
import { destroyIndexes } from "../store/index-store.ts";
import { loadAllQuotes } from "../store/quotes-store.ts";
import { deleteAllQuotes } from "./save-quotes.ts";
import { corrections, syncPoints } from "./settings.ts";

const countBytes = (value: object): number => new TextEncoder().encode(JSON.stringify(value)).length;

/** How many quotes the reader keeps, and bytes as they are written. */
export async function measureSavedQuotes(): Promise<{ bytes: number; quotes: number }> {
  const saved = await loadAllQuotes();
  const quotes = saved.ok ? saved.value : [];
  return { bytes: quotes.length && countBytes(quotes), quotes: quotes.length };
}

/** How much else of the reader's lies in the extension's storage, and what it is. */
export async function measureStoredData(): Promise<{ bytes: number; corrections: number; taps: number }> {
  const all = await browser.storage.local.get(null);
  return {
    bytes: Object.keys(all).length && countBytes(all),
    corrections: (await corrections.get()).length,
    taps: Object.keys(await syncPoints.get()).length,
  };
}

/** Deletes all that is kept, for good and until the browser is closed. Open pages go on as after an install. */
export async function deleteEverything(): Promise<Result<null>> {
  const dropped = await deleteAllQuotes();
  if (!dropped.ok) return dropped;
  await destroyIndexes();
  await browser.storage.local.clear();
  await browser.storage.session.clear();
  return toSuccess(null);
}
