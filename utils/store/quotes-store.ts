/**
 * Saved quotes in the extension's own IndexedDB (https://developer.mozilla.org/docs/Web/API/IndexedDB_API), through
 * the promises of idb (https://github.com/jakearchibald/idb). Only the background and the extension's pages reach it.
 */
import { deleteDB, openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from "idb";
import type { SavedQuote } from "../quote/saved/saved-quotes.ts";
import { toFields, migrateSavedQuote } from "../quote/saved/migrate-saved-quote.ts";
import { toSuccess, toFailure, type Failure, type Result } from "../shared/result.ts";

interface QuotesSchema extends DBSchema {
  quotes: {
    key: string;
    value: SavedQuote;
    indexes: { episodeId: string; created: string };
  };
}

const DATABASE_NAME = "earmark-quotes";
/** Raised with every change of the records; the browser refuses to open a database of a later version. */
const DATABASE_VERSION = 2;

let openedDatabase: Promise<IDBPDatabase<QuotesSchema>> | null = null;

function openDatabase(): Promise<IDBPDatabase<QuotesSchema>> {
  openedDatabase ??= openDB<QuotesSchema>(DATABASE_NAME, DATABASE_VERSION, {
    upgrade(db, oldVersion, _, transaction) {
      if (oldVersion >= 1) {
        void migrateRecords(transaction);
        return;
      }
      const quotes = db.createObjectStore("quotes", { keyPath: "id" });
      quotes.createIndex("episodeId", "episodeId");
      quotes.createIndex("created", "created");
    },
    // Another page or a later version of the extension waits for this connection to close.
    // https://developer.mozilla.org/docs/Web/API/IDBDatabase/versionchange_event
    blocking: (_, __, event) => {
      (event.target as IDBDatabase).close();
      openedDatabase = null;
    },
    terminated: () => {
      openedDatabase = null;
    },
  }).catch((error: unknown) => {
    openedDatabase = null;
    throw error;
  });
  return openedDatabase;
}

/**
 * Converts every record of version 1 inside the version change transaction. Any failure aborts the transaction: the
 * database keeps version 1 and its records, and opening it fails.
 */
async function migrateRecords(
  transaction: IDBPTransaction<QuotesSchema, "quotes"[], "versionchange">,
): Promise<void> {
  const store = transaction.objectStore("quotes");
  try {
    const records: unknown[] = await store.getAll();
    const quotes = records.map((record) => migrateSavedQuote(toFields(record)) as unknown as SavedQuote);
    await Promise.all(quotes.map((quote) => store.put(quote)));
  } catch (error) {
    console.warn("Earmark could not convert the saved quotes:", error);
    // The browser may have aborted it already, and a second abort throws.
    if (transaction.error === null) transaction.abort();
  }
}

const FAILURES_BY_ERROR_NAME: { [name: string]: Failure } = {
  VersionError: "quotes-newer",
  QuotaExceededError: "disk-full",
};

/** Runs `act` on the open database. */
const withStore = <T>(act: (db: IDBPDatabase<QuotesSchema>) => Promise<T>): Promise<Result<T>> =>
  toResult(async () => act(await openDatabase()));

/** Turns exceptions of `act` into failures. */
async function toResult<T>(act: () => Promise<T>): Promise<Result<T>> {
  try {
    return toSuccess(await act());
  } catch (error) {
    const { name, message } = error as Error;
    if (!FAILURES_BY_ERROR_NAME[name])
      console.warn("Earmark could not reach the saved quotes:", name, message);
    return toFailure(FAILURES_BY_ERROR_NAME[name] ?? "quotes-broken");
  }
}

/** Loads every quote, in the order of their ids. */
export const loadAllQuotes = () => withStore((db) => db.getAll("quotes"));

/**
 * `getAllRecords` reads an index backwards in one request. Chromium 156 has it, Firefox and the types of the DOM do
 * not (2026-11-26): https://developer.mozilla.org/docs/Web/API/IDBIndex/getAllRecords
 */
interface BatchReadIndex {
  getAllRecords?: (options: { count: number; direction: "prev" }) => Promise<{ value: SavedQuote }[]>;
}

/** Loads the `count` quotes created last, the newest first. */
export const loadNewestQuotes = (count: number) =>
  withStore(async (db) => {
    const index = db.transaction("quotes").store.index("created");
    // A cursor makes a request for every step; for a dozen quotes it takes longer than everything else together.
    const records = await (index as BatchReadIndex).getAllRecords?.({ count, direction: "prev" });
    if (records) return records.map(({ value }) => value);
    const quotes: SavedQuote[] = [];
    let cursor = await index.openCursor(null, "prev");
    while (cursor && quotes.length < count) {
      quotes.push(cursor.value);
      cursor = await cursor.continue();
    }
    return quotes;
  });

/** Loads the quotes of one episode. */
export const loadEpisodeQuotes = (episodeId: string) =>
  withStore((db) => db.getAllFromIndex("quotes", "episodeId", episodeId));

/** Writes quotes over those with the same ids, all in one transaction: all of them are written, or none. */
export const putQuotes = (quotes: readonly SavedQuote[]) =>
  withStore(async (db) => {
    // Strict: a quote that was reported as saved survives a power failure.
    // https://developer.mozilla.org/docs/Web/API/IDBTransaction/durability
    const transaction = db.transaction("quotes", "readwrite", { durability: "strict" });
    const puts = quotes.map((quote) => transaction.store.put(quote));
    // A failed put aborts the transaction, whose error has the cause; alone it would be an unhandled rejection.
    await Promise.all([Promise.allSettled(puts), transaction.done]);
    return null;
  });

/** Deletes a quote. */
export const removeQuote = (id: string) =>
  withStore(async (db) => {
    await db.delete("quotes", id);
    return null;
  });

/** Deletes the whole database, also one of a later version. */
export const destroyQuotes = () =>
  toResult(async () => {
    if (openedDatabase) (await openedDatabase).close();
    openedDatabase = null;
    await deleteDB(DATABASE_NAME);
    return null;
  });
