/**
 * Search indexes that were built on this machine, in the extension's own IndexedDB
 * (https://developer.mozilla.org/docs/Web/API/IndexedDB_API). The large part of an index is a Blob: a slice of a stored
 * Blob is read in 1 ms, a slice of a packaged file in 5 to 10 ms (Chromium 156, 2026-11).
 */
import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { PackedIndex } from "../search/index/write/build-index.ts";

interface IndexesSchema extends DBSchema {
  indexes: { key: string; value: PackedIndex & { name: string; stamp: string } };
}

const DATABASE_NAME = "earmark-indexes";
const DATABASE_VERSION = 1;

/** Opens the database for one action and closes it afterwards, so that no page blocks its deletion. */
async function withStore<T>(act: (db: IDBPDatabase<IndexesSchema>) => Promise<T>): Promise<T> {
  const db = await openDB<IndexesSchema>(DATABASE_NAME, DATABASE_VERSION, {
    upgrade: (created) => void created.createObjectStore("indexes", { keyPath: "name" }),
  });
  try {
    return await act(db);
  } finally {
    db.close();
  }
}

/**
 * Stores an index under a name and replaces an earlier one.
 * @param stamp Identifies the texts that were indexed.
 * @throws DOMException if the disk is full or the browser stores no data for the extension.
 */
export const putIndex = (name: string, stamp: string, { head, rest }: PackedIndex): Promise<string> =>
  withStore((db) => db.put("indexes", { name, stamp, head, rest }));

/**
 * Loads the index of a name; null if there is none, or one of other texts.
 * @throws DOMException if the browser stores no data for the extension.
 */
export async function loadIndex(name: string, stamp: string): Promise<PackedIndex | null> {
  const stored = await withStore((db) => db.get("indexes", name));
  return stored?.stamp === stamp ? stored : null;
}

/** Deletes all indexes and their database. */
export const destroyIndexes = (): Promise<void> => deleteDB(DATABASE_NAME);
