import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { OwnEpisode } from "../../utils/library/library-model.ts";
import type { Result } from "../../utils/shared/result.ts";
import type { SiteId } from "../../utils/sites/sites.ts";
import type { Transcript } from "../../utils/transcript/model/transcript.ts";
import { builtFor, type Session } from "./browsers.ts";

/** An episode as the background gets it to add. */
export interface EpisodeToSave {
  facts: OwnEpisode;
  source: string;
  transcript: Transcript;
}

/** Creates an episode whose transcript has these paragraphs, on a video of the stand-in. */
export function createOwnEpisode(video: string, paragraphs: readonly string[], added: string): EpisodeToSave {
  const id = `youtube:${video}`;
  const url = `https://www.youtube.com/watch?v=${video}`;
  return {
    facts: {
      id,
      show: "A channel",
      number: null,
      title: `Talk ${video}`,
      hosts: [],
      guests: [],
      published: "2026-10-01",
      durationSeconds: paragraphs.length * 30,
      language: "en",
      links: [{ site: "youtube" as SiteId, url }],
      timing: "exact",
      source: {
        origin: "youtube",
        route: "page",
        trackLanguage: "en",
        trackKind: "manual",
        fetched: added,
        url,
      },
      added,
    },
    source: JSON.stringify(paragraphs.map((text, i) => ({ text, start: i * 30 }))),
    transcript: {
      episode: id,
      timing: "exact",
      language: "en",
      paragraphs: paragraphs.map((text, i) => ({ speaker: null, text, times: [[0, i * 30]], changes: [] })),
    },
  };
}

/** Creates an episode with the words of a shipped one, for tests that need a long transcript. */
export function createLongEpisode(video: string, added: string): EpisodeToSave {
  const file = join(builtFor("chromium"), "library/lex-fridman-035.json");
  const { paragraphs } = JSON.parse(readFileSync(file, "utf8")) as Transcript;
  return createOwnEpisode(
    video,
    paragraphs.map(({ text }) => text),
    added,
  );
}

/** Sends a message to the background from a page of the extension. */
export const sendToBackground = <T>(
  session: Pick<Session, "welcome">,
  name: string,
  request: object,
): Promise<T> =>
  session.welcome.evaluate(
    async (message) => {
      type Runtime = { runtime: { sendMessage(sent: object): Promise<{ value?: unknown; error?: string }> } };
      const { browser, chrome } = globalThis as unknown as { browser?: Runtime; chrome: Runtime };
      const { value, error } = await (browser ?? chrome).runtime.sendMessage(message);
      if (error !== undefined) throw new Error(error);
      return value as T;
    },
    { earmark: name, request },
  ) as Promise<T>;

/** Adds an episode to the reader's library. */
export const saveOwnEpisode = (
  session: Pick<Session, "welcome">,
  episode: EpisodeToSave,
): Promise<Result<null>> => sendToBackground(session, "background.saveEpisode", episode);

/** The ids of everything in the reader's database, by object store. */
export const readStoredKeys = (session: Pick<Session, "welcome">): Promise<{ [store: string]: unknown[] }> =>
  session.welcome.evaluate(
    () =>
      new Promise<{ [store: string]: unknown[] }>((resolve, reject) => {
        const request = indexedDB.open("earmark-library");
        request.addEventListener("error", () => reject(request.error!));
        request.addEventListener("success", () => {
          const { result: database } = request;
          const names = [...database.objectStoreNames];
          const transaction = database.transaction(names);
          const reads = names.map((name) => [name, transaction.objectStore(name).getAllKeys()] as const);
          transaction.addEventListener("complete", () => {
            database.close();
            resolve(Object.fromEntries(reads.map(([name, read]) => [name, read.result])));
          });
        });
      }),
  );
