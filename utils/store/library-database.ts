/**
 * The reader's own episodes in the extension's IndexedDB (https://developer.mozilla.org/docs/Web/API/IndexedDB_API).
 * Only the background and the extension's pages reach it.
 */
import { deleteDB, openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from "idb";
import { toFailure, toSuccess, type Failure, type Result } from "../shared/result.ts";

/** What the store needs to know of an episode's facts; all other fields are stored as they come. */
export interface StoredFacts {
  id: string;
  /** When the episode was added: an ISO date with time. */
  added: string;
}

/** An episode without its texts. */
export interface EpisodeRow {
  id: string;
  facts: StoredFacts;
  /** Keys of the pages that show the episode; see `getEpisodeKey`. */
  keys: string[];
  /** Place in the list; see `getListKey`. Absent after removal, so that the index of listed episodes omits the row. */
  listed?: string;
  /** When the reader removed the episode: an ISO date with time. */
  removed?: string;
  /** Version of the cleaning that made the transcript. */
  cleaning: number;
  /** Size of the compressed texts. */
  bytes: number;
}

/** The compressed source and transcript of an episode. */
export interface TextRow {
  id: string;
  packed: Uint8Array<ArrayBuffer>;
}

/** What a stored segment of the search index covers. */
export interface SegmentRow {
  id: number;
  /** Versions of everything the segment was computed with. */
  stamp: string;
  /** Ids of its episodes, deleted ones included. */
  episodes: string[];
  /** Ids of episodes that were removed or replaced since. */
  deleted: string[];
  bytes: number;
}

/** The bytes of a segment. Those after the head are a blob where they are many, so that they are read by slices. */
export interface SegmentData {
  head: Uint8Array<ArrayBuffer>;
  rest: Blob | Uint8Array<ArrayBuffer>;
}

/** The object stores. */
export interface LibrarySchema extends DBSchema {
  episodes: {
    key: string;
    value: EpisodeRow;
    indexes: { listed: string; removed: string; keys: string };
  };
  texts: { key: string; value: TextRow };
  segments: { key: number; value: SegmentRow };
  segmentData: { key: number; value: SegmentData };
}

const STORES = ["episodes", "texts", "segments", "segmentData"] as const;

/** A transaction that changes the library. */
export type LibraryTransaction = IDBPTransaction<LibrarySchema, typeof STORES, "readwrite">;

const DATABASE_NAME = "earmark-library";
/** Raised with every change of the records; the browser refuses to open a database of a later version. */
const DATABASE_VERSION = 1;

let openedDatabase: Promise<IDBPDatabase<LibrarySchema>> | null = null;

function openDatabase(): Promise<IDBPDatabase<LibrarySchema>> {
  openedDatabase ??= openDB<LibrarySchema>(DATABASE_NAME, DATABASE_VERSION, {
    upgrade(db) {
      const episodes = db.createObjectStore("episodes", { keyPath: "id" });
      episodes.createIndex("listed", "listed");
      episodes.createIndex("removed", "removed");
      episodes.createIndex("keys", "keys", { multiEntry: true });
      db.createObjectStore("texts", { keyPath: "id" });
      db.createObjectStore("segments", { keyPath: "id", autoIncrement: true });
      db.createObjectStore("segmentData");
    },
    // A later version of the extension, or a page that deletes everything, waits for this connection to close.
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

const FAILURES_BY_ERROR_NAME: { [name: string]: Failure } = {
  VersionError: "episodes-newer",
  QuotaExceededError: "disk-full",
};

/** Runs `act` on the open database and turns its exceptions into failures. */
export async function readLibrary<T>(
  act: (db: IDBPDatabase<LibrarySchema>) => Promise<T>,
): Promise<Result<T>> {
  try {
    return toSuccess(await act(await openDatabase()));
  } catch (error) {
    const { name, message } = error as Error;
    if (!FAILURES_BY_ERROR_NAME[name])
      console.warn("Earmark could not reach the reader's episodes:", name, message);
    return toFailure(FAILURES_BY_ERROR_NAME[name] ?? "episodes-broken");
  }
}

/**
 * Changes the library in one transaction: everything that `act` does is stored, or nothing. Succeeds when the browser
 * reports the data as written; strict durability makes it survive a power failure.
 * @see https://developer.mozilla.org/docs/Web/API/IDBTransaction/durability
 */
export const changeLibrary = <T>(act: (transaction: LibraryTransaction) => Promise<T>): Promise<Result<T>> =>
  readLibrary(async (db) => {
    const transaction = db.transaction(STORES, "readwrite", { durability: "strict" });
    // The error is read below; a rejection that nobody awaits would be reported as uncaught.
    transaction.done.catch(() => null);
    try {
      const result = await act(transaction);
      await transaction.done;
      return result;
    } catch (error) {
      // A failed request reports that the transaction aborted; the transaction knows why.
      const cause = transaction.error ?? error;
      if (transaction.error === null) abortTransaction(transaction);
      throw cause;
    }
  });

function abortTransaction(transaction: LibraryTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It has ended.
  }
}

/** Deletes the whole database, also one of a later version. */
export async function destroyLibrary(): Promise<void> {
  if (openedDatabase) (await openedDatabase.catch(() => null))?.close();
  openedDatabase = null;
  await deleteDB(DATABASE_NAME);
}
