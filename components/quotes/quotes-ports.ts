import type { QuoteFormat } from "../../utils/quote/formats/quote-formats.ts";
import type { ParsedQuotes } from "../../utils/quote/saved/import-quotes.ts";
import type { QuoteOrder, SavedQuote } from "../../utils/quote/saved/saved-quotes.ts";
import type { Result } from "../../utils/shared/result.ts";

/** Kinds of files in which quotes are exported. */
export type ExportKind = "markdown" | "csv" | "json";

/** The search over saved quotes, answering while its index is still being built. */
export interface QuoteSearch {
  /** Quotes that match a query, best first. */
  search: (query: string) => readonly SavedQuote[];
  /** Resolves when every quote is indexed. */
  ready: Promise<void>;
}

/** What the list of saved quotes needs of the browser, the store and the settings. */
export interface QuotesPorts {
  loadAllQuotes: () => Promise<Result<readonly SavedQuote[]>>;
  /** Calls back when quotes were saved or deleted, on whatever page. */
  watchQuotes: (onChange: () => void, signal: AbortSignal) => void;
  /** Indexes quotes in idle time. */
  openQuoteSearch: (quotes: readonly SavedQuote[], signal: AbortSignal) => Promise<QuoteSearch>;
  /** Runs a task in the browser's idle time. */
  scheduleIdle: (task: () => void) => void;
  readDefaultFormat: () => Promise<QuoteFormat>;
  saveOrder: (order: QuoteOrder) => Promise<void>;
  openQuote: (quote: SavedQuote) => Promise<Result<null>>;
  /**
   * Copies a quote, in the default format without another.
   * @returns False where the browser refused.
   */
  copyQuote: (quote: SavedQuote, format?: QuoteFormat) => Promise<boolean>;
  /** Saves quotes, new or changed, all of them or none. */
  saveQuotes: (quotes: readonly SavedQuote[]) => Promise<Result<null>>;
  deleteQuote: (id: string) => Promise<Result<null>>;
  exportQuotes: (kind: ExportKind, quotes: readonly SavedQuote[]) => void;
  /** Reads a file that was exported. */
  readFile: (file: File) => Promise<ParsedQuotes>;
}
