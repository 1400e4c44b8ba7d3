import type { SavedQuote } from "../quote/saved/saved-quotes.ts";
import type { Result } from "../shared/result.ts";
import { destroyQuotes, putQuotes, removeQuote } from "../store/quotes-store.ts";
import { quotesChangedAt } from "./settings.ts";

/** Changes to the saved quotes; whoever shows them, in whatever tab, hears of it. */

async function notifyChange<T>(change: Promise<Result<T>>): Promise<Result<T>> {
  const result = await change;
  if (result.ok) await quotesChangedAt.set(Date.now());
  return result;
}

/** Keeps quotes, all of them or none. */
export const saveQuotes = (quotes: readonly SavedQuote[]) => notifyChange(putQuotes(quotes));

/** Gives one up. */
export const deleteQuote = (id: string) => notifyChange(removeQuote(id));

/** Gives all of them up. */
export const deleteAllQuotes = () => notifyChange(destroyQuotes());
