import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { SavedQuote } from "../quote/saved/saved.ts";
import { toSuccess, toFailure, type Failure, type Result } from "../result.ts";

/** The reader's quotes in the extension's own IndexedDB. Only the background and the extension's pages reach it. */

interface Schema extends DBSchema {
  quotes: {
    key: string;
    value: SavedQuote;
    indexes: { episodeId: string; created: string };
  };
}

const NAME = "earmark-quotes";
/** A later version of Earmark that stores otherwise raises it; an older one is then refused by the browser. */
const VERSION = 1;

let opened: Promise<IDBPDatabase<Schema>> | null = null;

function open(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>(NAME, VERSION, {
    upgrade(db) {
      const quotes = db.createObjectStore("quotes", { keyPath: "id" });
      quotes.createIndex("episodeId", "episodeId");
      quotes.createIndex("created", "created");
    },
    // Another run of the extension wants to change the store or delete it: it must not wait for this one.
    blocking: (_, __, event) => {
      (event.target as IDBDatabase).close();
      opened = null;
    },
    terminated: () => {
      opened = null;
    },
  }).catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

const FAILURES: { [name: string]: Failure } = {
  VersionError: "quotes-newer",
  QuotaExceededError: "disk-full",
};

/** Does something with the store; nothing is half-written. */
const withStore = <T>(act: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<Result<T>> =>
  guarded(async () => act(await open()));

/** Does something; what goes wrong becomes a reason. */
async function guarded<T>(act: () => Promise<T>): Promise<Result<T>> {
  try {
    return toSuccess(await act());
  } catch (error) {
    const { name, message } = error as Error;
    if (!FAILURES[name]) console.warn("Earmark could not reach the saved quotes:", name, message);
    return toFailure(FAILURES[name] ?? "quotes-broken");
  }
}

/** Every quote, in no order. */
export const allQuotes = () => withStore((db) => db.getAll("quotes"));

/** Reads from either end in one go: not in all browsers, nor in the types yet (Chromium 156 has it, 2026-11-26). */
interface AtOnce {
  getAllRecords?: (how: { count: number; direction: "prev" }) => Promise<{ value: SavedQuote }[]>;
}

/** The newest quotes, the newest first. */
export const newestQuotes = (most: number) =>
  withStore(async (db) => {
    const newest = db.transaction("quotes").store.index("created");
    // A step of a cursor asks the browser each time, a dozen of them takes longer than all else.
    const all = await (newest as AtOnce).getAllRecords?.({ count: most, direction: "prev" });
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
export const quotesOf = (episodeId: string) =>
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
  guarded(async () => {
    if (opened) (await opened).close();
    opened = null;
    await deleteDB(NAME);
    return null;
  });
