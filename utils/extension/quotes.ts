import type { SavedQuote } from "../quote/saved/saved.ts";
import type { Result } from "../result.ts";
import { destroyQuotes, putQuotes, removeQuote } from "../saved/store.ts";
import { quotesChanged } from "../settings.ts";

/** Changes to the saved quotes; whoever shows them, in whatever tab, hears of it. */

async function told<T>(change: Promise<Result<T>>): Promise<Result<T>> {
  const result = await change;
  if (result.ok) await quotesChanged.setValue(Date.now());
  return result;
}

/** Keeps quotes, all of them or none. */
export const keepQuotes = (quotes: readonly SavedQuote[]) => told(putQuotes(quotes));

/** Gives one up. */
export const dropQuote = (id: string) => told(removeQuote(id));

/** Gives all of them up. */
export const dropAllQuotes = () => told(destroyQuotes());
