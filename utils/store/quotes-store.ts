import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { SavedQuote } from "../quote/saved/saved-quotes.ts";
import { toSuccess, toFailure, type Failure, type Result } from "../shared/result.ts";

/** The reader's quotes in the extension's own IndexedDB. Only the background and the extension's pages reach it. */

interface QuotesSchema extends DBSchema {
  quotes: {
    key: string;
    value: SavedQuote;
    indexes: { episodeId: string; created: string };
  };
}

const DATABASE_NAME = "earmark-quotes";
/** A later version of Earmark that stores otherwise raises it; an older one is then refused by the browser. */
const DATABASE_VERSION = 1;

let openedDatabase: Promise<IDBPDatabase<QuotesSchema>> | null = null;

function openDatabase(): Promise<IDBPDatabase<QuotesSchema>> {
  openedDatabase ??= openDB<QuotesSchema>(DATABASE_NAME, DATABASE_VERSION, {
    upgrade(db) {
      const quotes = db.createObjectStore("quotes", { keyPath: "id" });
      quotes.createIndex("episodeId", "episodeId");
      quotes.createIndex("created", "created");
    },
    // Another run of the extension wants to change the store or delete it: it must not wait for this one.
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

const FAILURES_BY_ERROR_NAME: { [name: string]: Failure } = {
  VersionError: "quotes-newer",
  QuotaExceededError: "disk-full",
};

/** Does something with the store; nothing is half-written. */
const withStore = <T>(act: (db: IDBPDatabase<QuotesSchema>) => Promise<T>): Promise<Result<T>> =>
  toResult(async () => act(await openDatabase()));

/** Does something; what goes wrong becomes a reason. */
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

/** Every quote, in no order. */
export const loadAllQuotes = () => withStore((db) => db.getAll("quotes"));

/** Reads from either end in one go: not in all browsers, nor in the types yet (Chromium 156 has it, 2026-11-26). */
interface BatchReadIndex {
  getAllRecords?: (how: { count: number; direction: "prev" }) => Promise<{ value: SavedQuote }[]>;
}

/** The newest quotes, the newest first. */
export const loadNewestQuotes = (most: number) =>
  withStore(async (db) => {
    const newest = db.transaction("quotes").store.index("created");
    // A step of a cursor asks the browser each time, a dozen of them takes longer than all else.
    const all = await (newest as BatchReadIndex).getAllRecords?.({ count: most, direction: "prev" });
    if (all) return all.map(({ value }) => value);
    const quotes: SavedQuote[] = [];
    let cursor = await newest.openCursor(null, "prev");
    while (cursor && quotes.length < most) {
      quotes.push(cursor.value);
      cursor = await cursor.continue();
    }
    return quotes;
  });

/** The quotes of one episode. */
export const loadEpisodeQuotes = (episodeId: string) =>
  withStore((db) => db.getAllFromIndex("quotes", "episodeId", episodeId));

/** Keeps quotes, in place of those with the same ids; all of them or, when that fails, none. */
export const putQuotes = (quotes: readonly SavedQuote[]) =>
  withStore(async (db) => {
    const transaction = db.transaction("quotes", "readwrite", { durability: "strict" });
    const puts = quotes.map((quote) => transaction.store.put(quote));
    // Failed puts abort the transaction, whose error tells why; each would be reported as nobody's otherwise.
    await Promise.all([Promise.allSettled(puts), transaction.done]);
    return null;
  });

/** Gives up a quote. */
export const removeQuote = (id: string) =>
  withStore(async (db) => {
    await db.delete("quotes", id);
    return null;
  });

/** Gives up all of them and the store itself, also one of a later version. */
export const destroyQuotes = () =>
  toResult(async () => {
    if (openedDatabase) (await openedDatabase).close();
    openedDatabase = null;
    await deleteDB(DATABASE_NAME);
    return null;
  });
