import type { SegmentRow } from "../../utils/store/library-database.ts";
import { sendToBackground } from "../e2e/own-library-driver.ts";
import type { Session } from "../e2e/browsers.ts";
import type { Result } from "../../utils/shared/result.ts";

/** Everything in the reader's database, by ids. */
export interface StoredLibrary {
  listed: string[];
  removed: string[];
  texts: string[];
  segments: SegmentRow[];
  segmentData: number[];
  /** Ids of listed episodes whose transcripts cannot be loaded. */
  unreadable: string[];
}

/** Reads the whole library in one transaction, as it is after a start of the browser. */
export async function readLibrary(session: Session): Promise<StoredLibrary> {
  // The background creates the database, so that the page does not.
  await sendToBackground(session, "background.loadTranscript", { episode: "none" });
  const stored = await session.welcome.evaluate(
    () =>
      new Promise<Omit<StoredLibrary, "unreadable">>((resolve, reject) => {
        const request = indexedDB.open("earmark-library");
        request.addEventListener("error", () => reject(request.error!));
        request.addEventListener("success", () => {
          const { result: database } = request;
          const transaction = database.transaction([...database.objectStoreNames]);
          const episodes = transaction.objectStore("episodes").getAll();
          const texts = transaction.objectStore("texts").getAllKeys();
          const segments = transaction.objectStore("segments").getAll();
          const segmentData = transaction.objectStore("segmentData").getAllKeys();
          transaction.addEventListener("complete", () => {
            database.close();
            const rows = episodes.result as { id: string; listed?: string }[];
            resolve({
              listed: rows.flatMap(({ id, listed }) => (listed === undefined ? [] : [id])),
              removed: rows.flatMap(({ id, listed }) => (listed === undefined ? [id] : [])),
              texts: texts.result as string[],
              segments: segments.result as SegmentRow[],
              segmentData: segmentData.result as number[],
            });
          });
        });
      }),
  );
  const loaded = await Promise.all(
    stored.listed.map(async (episode) => {
      const transcript = await sendToBackground<Result<unknown>>(session, "background.loadTranscript", {
        episode,
      });
      return transcript.ok ? [] : [episode];
    }),
  );
  return { ...stored, unreadable: loaded.flat() };
}
