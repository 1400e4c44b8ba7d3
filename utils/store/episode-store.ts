import { toFailure, toSuccess, type Result } from "../shared/result.ts";
import { packEpisodeText, unpackEpisodeText, type EpisodeText } from "./episode-texts.ts";
import { changeLibrary, readLibrary, type EpisodeRow, type StoredFacts } from "./library-database.ts";
import { insertSegment, markDeleted, undoDeletion, type SegmentRecord } from "./segment-rows.ts";

/** An episode to be stored. */
export interface EpisodeRecord<Facts extends StoredFacts> extends EpisodeText {
  facts: Facts;
  /** Keys of the pages that show the episode; see `getEpisodeKey`. */
  keys: readonly string[];
  /** Version of the cleaning that made the transcript. */
  cleaning: number;
}

/** A part of the list of episodes. */
export interface EpisodePage {
  /** Most episodes to load. */
  count: number;
  /** The last episode of the page before; null for the first page. */
  after: StoredFacts | null;
}

/** The reader's own episodes. A change is reported as done when its transaction is complete, and never before. */
export interface EpisodeStore<Facts extends StoredFacts> {
  /** Loads the facts of an episode; null if there is none, or it was removed. */
  get(id: string): Promise<Result<Facts | null>>;
  /** Loads the facts of the episode that a page with this key shows. */
  findByKey(key: string): Promise<Result<Facts | null>>;
  /** Loads source and transcript; null if there is no such episode, or it was removed. */
  getText(id: string): Promise<Result<EpisodeText | null>>;
  /** Stores an episode and its part of the search index, over an earlier version of it. */
  put(record: EpisodeRecord<Facts>, segment: SegmentRecord): Promise<Result<null>>;
  /**
   * Takes an episode out of the library. `restore` can bring it back until `purge` deletes it.
   * @returns False if there is no such episode.
   */
  remove(id: string, now: Date): Promise<Result<boolean>>;
  /** Brings a removed episode back. False if it is gone for good. */
  restore(id: string): Promise<Result<boolean>>;
  /** Deletes the episodes that were removed before a time. */
  purge(before: Date): Promise<Result<null>>;
  /** Lists all episodes or a page of them, the newest first. */
  list(page?: EpisodePage): Promise<Result<Facts[]>>;
  /** Counts the episodes. */
  count(): Promise<Result<number>>;
  /** Adds up the bytes of all texts and of the search index, those of removed episodes included. */
  measure(): Promise<Result<number>>;
}

/** Orders episodes by the time they were added. Several may have been added at once. */
const getListKey = ({ added, id }: StoredFacts): string => `${added} ${id}`;

/**
 * Creates access to the reader's own episodes; opens nothing before it is asked to.
 * @example
 * const store = createEpisodeStore<OwnEpisode>();
 * const episode = await store.findByKey("youtube:J6XcP4JOHmk");
 */
export function createEpisodeStore<Facts extends StoredFacts>(): EpisodeStore<Facts> {
  const toFacts = (row: EpisodeRow | undefined): Facts | null =>
    row?.listed === undefined ? null : (row.facts as Facts);
  return {
    get: (id) => readLibrary(async (db) => toFacts(await db.get("episodes", id))),
    findByKey: (key) =>
      readLibrary(async (db) => {
        const rows = await db.getAllFromIndex("episodes", "keys", key);
        return toFacts(rows.find(({ listed }) => listed !== undefined));
      }),
    async getText(id) {
      const read = await readLibrary(async (db) => {
        const transaction = db.transaction(["episodes", "texts"]);
        const row = await transaction.objectStore("episodes").get(id);
        return row?.listed === undefined ? undefined : transaction.objectStore("texts").get(id);
      });
      if (!read.ok) return read;
      if (!read.value) return toSuccess(null);
      return unpackEpisodeText(read.value.packed).then(toSuccess, () => toFailure("episodes-broken"));
    },
    async put({ facts, keys, cleaning, source, transcript }, segment) {
      // A transaction ends when nothing is asked of it for a turn, so everything is computed before.
      const packed = await packEpisodeText({ source, transcript });
      const { id } = facts;
      const listed = getListKey(facts);
      return changeLibrary(async (transaction) => {
        await markDeleted(transaction, id);
        const row: EpisodeRow = { id, facts, keys: [...keys], listed, cleaning, bytes: packed.length };
        await transaction.objectStore("episodes").put(row);
        await transaction.objectStore("texts").put({ id, packed });
        await insertSegment(transaction, segment);
        return null;
      });
    },
    remove: (id, now) =>
      changeLibrary(async (transaction) => {
        const row = await transaction.objectStore("episodes").get(id);
        if (row?.listed === undefined) return false;
        const { listed: _, ...others } = row;
        await transaction.objectStore("episodes").put({ ...others, removed: now.toISOString() });
        await markDeleted(transaction, id);
        return true;
      }),
    restore: (id) =>
      changeLibrary(async (transaction) => {
        const row = await transaction.objectStore("episodes").get(id);
        if (!row) return false;
        const { removed, ...others } = row;
        if (removed === undefined) return true;
        await transaction.objectStore("episodes").put({ ...others, listed: getListKey(row.facts) });
        await undoDeletion(transaction, id);
        return true;
      }),
    purge: (before) =>
      changeLibrary(async (transaction) => {
        const range = IDBKeyRange.upperBound(before.toISOString());
        const episodes = transaction.objectStore("episodes");
        for (const id of await episodes.index("removed").getAllKeys(range)) {
          await episodes.delete(id);
          await transaction.objectStore("texts").delete(id);
        }
        return null;
      }),
    list: (page) =>
      readLibrary(async (db) => {
        if (!page) return (await db.getAllFromIndex("episodes", "listed")).toReversed().map(readFacts<Facts>);
        const range = page.after && IDBKeyRange.upperBound(getListKey(page.after), true);
        const found: Facts[] = [];
        let cursor = await db.transaction("episodes").store.index("listed").openCursor(range, "prev");
        while (cursor && found.length < page.count) {
          found.push(readFacts(cursor.value));
          cursor = await cursor.continue();
        }
        return found;
      }),
    count: () => readLibrary((db) => db.countFromIndex("episodes", "listed")),
    measure: () =>
      readLibrary(async (db) => {
        const rows = [...(await db.getAll("episodes")), ...(await db.getAll("segments"))];
        return rows.reduce((sum, { bytes }) => sum + bytes, 0);
      }),
  };
}

const readFacts = <Facts extends StoredFacts>({ facts }: EpisodeRow): Facts => facts as Facts;
