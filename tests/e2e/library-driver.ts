import type { Page } from "puppeteer-core";
import type { OwnEpisode } from "../../utils/library/library-model.ts";
import type { Transcript } from "../../utils/transcript/model/transcript.ts";
import { getSiteId } from "../../utils/sites/sites.ts";
import type { Session } from "./browsers.ts";
import { packEpisodeText } from "../../utils/store/episode-texts.ts";

/** Channels of made-up videos; every third video is of the first. */
const CHANNELS = ["Garden Talks", "Workshop Radio", "The Long Table"];
const TITLES = ["Grafting old trees", "Sharpening a plane", "Bread without a recipe", "Why bridges sing"];

/** Facts of made-up videos; the last one was added last. */
export const createOwnEpisodes = (count: number): OwnEpisode[] =>
  Array.from({ length: count }, (_, n): OwnEpisode => {
    const id = `video${String(n).padStart(6, "0")}`;
    const url = `https://www.youtube.com/watch?v=${id}`;
    const added = new Date(Date.UTC(2026, 0, 1) + n * 3_600_000).toISOString();
    return {
      id: `youtube:${id}`,
      show: CHANNELS[n % CHANNELS.length]!,
      number: null,
      title: `${TITLES[n % TITLES.length]!} ${n + 1}`,
      hosts: [],
      guests: n % 2 ? ["Ada Example"] : [],
      published: added.slice(0, 10),
      durationSeconds: 600 + ((n * 37) % 7000),
      language: "en",
      links: [{ site: getSiteId(new URL(url)), url }],
      timing: "exact",
      source: {
        origin: "youtube",
        route: "panel",
        trackLanguage: "en",
        trackKind: n % 2 ? "manual" : "automatic",
        fetched: added,
        url,
      },
      added,
    };
  });

const createTranscript = (episode: string): Transcript => ({
  episode,
  timing: "exact",
  language: "en",
  paragraphs: [{ speaker: null, text: `Words of ${episode}.`, times: [[0, 1]], changes: [] }],
});

/** Puts episodes into the reader's library as the store has them, without a search index. */
export async function putOwnEpisodes(session: Session, episodes: readonly OwnEpisode[]): Promise<void> {
  // The page makes the database.
  await (await openLibrary(session)).close();
  const records = await Promise.all(
    episodes.map(async (facts) => ({
      row: {
        id: facts.id,
        facts,
        keys: [facts.id],
        listed: `${facts.added} ${facts.id}`,
        cleaning: 1,
        bytes: 200,
      },
      // Packed in Node by the store's own code, for a page takes no modules from a test.
      packed: [
        ...(await packEpisodeText({
          source: `source of ${facts.id}`,
          transcript: createTranscript(facts.id),
        })),
      ],
    })),
  );
  await session.welcome.evaluate(async (all) => {
    const texts = all.map(({ row: { id }, packed }) => ({ id, packed: new Uint8Array(packed) }));
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open("earmark-library");
      request.addEventListener("error", () => reject(request.error!));
      request.addEventListener("success", () => {
        const { result: database } = request;
        const writing = database.transaction(["episodes", "texts"], "readwrite");
        for (const { row } of all) writing.objectStore("episodes").put(row);
        for (const text of texts) writing.objectStore("texts").put(text);
        writing.addEventListener("error", () => reject(writing.error!));
        writing.addEventListener("complete", () => {
          database.close();
          resolve();
        });
      });
    });
  }, records);
}

/** Opens the library page and waits for its first row. */
export async function openLibrary(session: Session, hash = ""): Promise<Page> {
  const page = await session.openOwn(`library.html${hash}`);
  await page.waitForSelector(".episode");
  return page;
}
