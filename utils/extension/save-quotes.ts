import type { SavedQuote } from "../quote/saved/saved-quotes.ts";
import type { Result } from "../shared/result.ts";
import { destroyQuotes, putQuotes, removeQuote } from "../store/quotes-store.ts";
import { quotesChangedAt } from "./settings.ts";

/** Reports a successful change to every tab that shows saved quotes. */
async function notifyChange<T>(change: Promise<Result<T>>): Promise<Result<T>> {
  const result = await change;
  if (result.ok) await quotesChangedAt.set(Date.now());
  return result;
}

/** Saves quotes, all of them or none. */
export const saveQuotes = (quotes: readonly SavedQuote[]) => notifyChange(putQuotes(quotes));

/** Deletes a saved quote. */
export const deleteQuote = (id: string) => notifyChange(removeQuote(id));

/** Deletes all saved quotes. */
export const deleteAllQuotes = () => notifyChange(destroyQuotes());
