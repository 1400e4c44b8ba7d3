import { computed, effect, signal, type ReadonlySignal } from "@preact/signals";
import type { QuoteFormat } from "../../utils/quote/formats/quote-formats.ts";
import type { ParsedQuotes } from "../../utils/quote/saved/import-quotes.ts";
import {
  findSavedQuotes,
  groupFirstQuotes,
  sortSavedQuotes,
  type QuoteGroup,
  type QuoteOrder,
  type SavedQuote,
} from "../../utils/quote/saved/saved-quotes.ts";
import type { Failure, Result } from "../../utils/shared/result.ts";
import { getLocalDay } from "./local-day.ts";
import type { ExportKind, QuoteSearch, QuotesPorts } from "./quotes-ports.ts";

/** Quotes drawn at first, and how many more each time. */
const PAGE_SIZE = 12;

/** How a list is ordered on screen: found quotes also by how well they match. */
export type ListOrder = QuoteOrder | "relevance";

/** The outcome of an action, to be announced. */
export type QuotesOutcome = "copied" | "copyRefused" | "restored" | "imported" | Failure;

/** State and actions of the list of saved quotes. */
export interface QuotesModel {
  query: ReadonlySignal<string>;
  hasQuery: ReadonlySignal<boolean>;
  order: ReadonlySignal<ListOrder>;
  /** All saved quotes that have been read. */
  quotes: ReadonlySignal<readonly SavedQuote[]>;
  /** Why the saved quotes cannot be read. */
  failure: ReadonlySignal<Failure | null>;
  /** How many quotes match the query; all without one. */
  foundCount: ReadonlySignal<number>;
  /** The quotes to draw, under their headings. By relevance there is one group. */
  groups: ReadonlySignal<readonly QuoteGroup[]>;
  hasMore: ReadonlySignal<boolean>;
  /** Quotes that can be brought back, the newest last. */
  removed: ReadonlySignal<readonly SavedQuote[]>;
  defaultFormat: ReadonlySignal<QuoteFormat | null>;
  /** The newest outcome; a new object each time. */
  outcome: ReadonlySignal<{ outcome: QuotesOutcome } | null>;
  setQuery: (query: string) => void;
  setOrder: (order: ListOrder) => void;
  showMore: () => void;
  open: (quote: SavedQuote) => void;
  copy: (quote: SavedQuote, format?: QuoteFormat) => void;
  update: (quote: SavedQuote) => void;
  remove: (quote: SavedQuote) => void;
  /** Brings back the quote that was removed last. */
  undoRemove: () => void;
  importQuotes: (quotes: readonly SavedQuote[]) => void;
  exportQuotes: (kind: ExportKind) => void;
  readFile: (file: File) => Promise<ParsedQuotes>;
}

/** What the page reads before it draws anything. */
export interface FirstQuotes {
  order: QuoteOrder;
  /** At least the first screen in that order. */
  quotes: Result<readonly SavedQuote[]>;
}

const NO_QUOTES: readonly SavedQuote[] = [];

/**
 * Creates the model of the list of saved quotes.
 * @param until Ends all subscriptions.
 */
export function createQuotesModel(ports: QuotesPorts, until: AbortSignal, first: FirstQuotes): QuotesModel {
  const result = signal(first.quotes);
  const query = signal("");
  const savedOrder = signal<QuoteOrder>(first.order);
  const isRanked = signal(true);
  const limit = signal(PAGE_SIZE);
  const removed = signal(NO_QUOTES);
  const defaultFormat = signal<QuoteFormat | null>(null);
  const outcome = signal<{ outcome: QuotesOutcome } | null>(null);
  const search = signal<{ quotes: readonly SavedQuote[]; search: QuoteSearch } | null>(null);

  const quotes = computed(() => (result.value.ok ? result.value.value : NO_QUOTES));
  const hasQuery = computed(() => query.value.trim() !== "");
  const order = computed((): ListOrder =>
    hasQuery.value && isRanked.value ? "relevance" : savedOrder.value,
  );
  const sorted = computed(() => sortSavedQuotes(quotes.value, savedOrder.value));
  const matches = computed(() => {
    if (!hasQuery.value) return NO_QUOTES;
    // An index of quotes that have changed since is not asked.
    const index = search.value?.quotes === quotes.value ? search.value.search : null;
    return index ? index.search(query.value) : findSavedQuotes(sorted.value, query.value);
  });
  const found = computed(() => {
    if (!hasQuery.value) return sorted.value;
    return isRanked.value ? matches.value : sortSavedQuotes(matches.value, savedOrder.value);
  });
  const groups = computed(() =>
    order.value === "relevance"
      ? [{ key: "relevance", quotes: found.value.slice(0, limit.value) }].filter(
          (group) => group.quotes.length,
        )
      : groupFirstQuotes(found.value, order.value, limit.value, getLocalDay),
  );

  const dispose = effect(() => {
    const indexed = quotes.value;
    if (indexed.length) ports.scheduleIdle(() => void openSearch(indexed));
  });
  until.addEventListener("abort", dispose, { once: true });
  let opened = new AbortController();
  const openSearch = async (indexed: readonly SavedQuote[]) => {
    if (indexed !== quotes.peek() || until.aborted) return;
    opened.abort();
    opened = new AbortController();
    const index = await ports.openQuoteSearch(indexed, AbortSignal.any([until, opened.signal]));
    search.value = { quotes: indexed, search: index };
    await index.ready;
    // The complete index ranks what was only scanned before.
    if (search.peek()?.search === index) search.value = { quotes: indexed, search: index };
  };

  const loadAll = async () => {
    result.value = await ports.loadAllQuotes();
  };
  const announce = (next: QuotesOutcome) => {
    outcome.value = { outcome: next };
  };
  const announceFailure = (done: Result<null>) => {
    if (!done.ok) announce(done.reason);
  };
  // Ten thousand quotes take a tenth of a second to arrive; the first screen does not wait for them.
  ports.scheduleIdle(() => void loadAll());
  ports.watchQuotes(() => void loadAll(), until);
  void ports.readDefaultFormat().then((format) => (defaultFormat.value = format));

  return {
    query,
    hasQuery,
    order,
    quotes,
    failure: computed(() => (result.value.ok ? null : result.value.reason)),
    foundCount: computed(() => found.value.length),
    groups,
    hasMore: computed(() => limit.value < found.value.length),
    removed,
    defaultFormat,
    outcome,
    setQuery(next) {
      query.value = next;
      isRanked.value = true;
      limit.value = PAGE_SIZE;
    },
    setOrder(next) {
      limit.value = PAGE_SIZE;
      isRanked.value = next === "relevance";
      if (next === "relevance") return;
      savedOrder.value = next;
      void ports.saveOrder(next);
    },
    showMore() {
      limit.value += PAGE_SIZE;
    },
    open: (quote) => void ports.openQuote(quote).then(announceFailure),
    copy: (quote, format) =>
      void ports.copyQuote(quote, format).then((copied) => announce(copied ? "copied" : "copyRefused")),
    update: (quote) =>
      void ports.saveQuotes([{ ...quote, modified: new Date().toISOString() }]).then(announceFailure),
    remove: (quote) =>
      void ports.deleteQuote(quote.id).then((deleted) => {
        if (deleted.ok) removed.value = [...removed.value, quote];
        else announce(deleted.reason);
      }),
    undoRemove() {
      const quote = removed.value.at(-1);
      if (!quote) return;
      void ports.saveQuotes([quote]).then((saved) => {
        if (saved.ok) removed.value = removed.value.filter(({ id }) => id !== quote.id);
        announce(saved.ok ? "restored" : saved.reason);
      });
    },
    importQuotes: (imported) =>
      void ports.saveQuotes(imported).then((saved) => announce(saved.ok ? "imported" : saved.reason)),
    exportQuotes: (kind) => ports.exportQuotes(kind, quotes.value),
    readFile: ports.readFile,
  };
}
