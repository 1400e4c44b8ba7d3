import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { PackedIndex } from "../search/index/write/build-index.ts";

/**
 * Search indexes that were built here, in the extension's own IndexedDB. The large part of one lies there as a blob: a
 * slice of it is read in 1 ms, where one of a file of the extension takes 5 to 10 (Chromium 156, 2026-11).
 */

interface IndexesSchema extends DBSchema {
  indexes: { key: string; value: PackedIndex & { name: string; stamp: string } };
}

const DATABASE_NAME = "earmark-indexes";
const DATABASE_VERSION = 1;

/** Does something with the store; it is open no longer than that. */
async function withStore<T>(act: (db: IDBPDatabase<IndexesSchema>) => Promise<T>): Promise<T> {
  const db = await openDB<IndexesSchema>(DATABASE_NAME, DATABASE_VERSION, {
    upgrade: (fresh) => void fresh.createObjectStore("indexes", { keyPath: "name" }),
  });
  try {
    return await act(db);
  } finally {
    db.close();
  }
}

/**
 * Keeps an index under a name, in place of the one before.
 * @param stamp Tells what it was built of.
 * @throws where the disk is full, or the browser keeps nothing.
 */
export const putIndex = (name: string, stamp: string, { head, rest }: PackedIndex): Promise<string> =>
  withStore((db) => db.put("indexes", { name, stamp, head, rest }));

/**
 * The index of a name, as long as it was built of the same; null for none.
 * @throws where the browser keeps nothing.
 */
export async function loadIndex(name: string, stamp: string): Promise<PackedIndex | null> {
  const found = await withStore((db) => db.get("indexes", name));
  return found?.stamp === stamp ? found : null;
}

/** Gives up all of them and the store itself. */
export const destroyIndexes = (): Promise<void> => deleteDB(DATABASE_NAME);
