import { browser } from "wxt/browser";
import { toSuccess, type Result } from "../shared/result.ts";
import { destroyIndexes } from "../store/index-store.ts";
import { destroyLibrary } from "../store/library-database.ts";
import { loadAllQuotes } from "../store/quotes-store.ts";
import { deleteAllQuotes } from "./save-quotes.ts";
import { corrections, syncPoints } from "./settings.ts";

const countBytes = (value: object): number => new TextEncoder().encode(JSON.stringify(value)).length;

/** Measures the saved quotes: their number, and their bytes as JSON. */
export async function measureSavedQuotes(): Promise<{ bytes: number; quotes: number }> {
  const saved = await loadAllQuotes();
  const quotes = saved.ok ? saved.value : [];
  return { bytes: quotes.length && countBytes(quotes), quotes: quotes.length };
}

/** Measures the extension's local storage: its bytes as JSON, corrections, and episodes with sync points. */
export async function measureStoredData(): Promise<{
  bytes: number;
  corrections: number;
  syncedEpisodes: number;
}> {
  const all = await browser.storage.local.get(null);
  return {
    bytes: Object.keys(all).length && countBytes(all),
    corrections: (await corrections.get()).length,
    syncedEpisodes: Object.keys(await syncPoints.get()).length,
  };
}

/** Deletes everything stored, session storage included. Open pages continue with default settings. */
export async function deleteEverything(): Promise<Result<null>> {
  const deleted = await deleteAllQuotes();
  if (!deleted.ok) return deleted;
  await destroyIndexes();
  await destroyLibrary();
  await browser.storage.local.clear();
  await browser.storage.session.clear();
  return toSuccess(null);
}
