import type { QuoteRequest } from "../quote/create-quote.ts";
import { createSavedQuote } from "../quote/saved/create-saved-quote.ts";
import type { SavedQuote } from "../quote/saved/saved-quotes.ts";

/** Creates a quote to be saved, with a new id and the present time. */
export const makeSavedQuote = (request: QuoteRequest): SavedQuote =>
  createSavedQuote(request, { id: crypto.randomUUID(), created: new Date().toISOString() });
