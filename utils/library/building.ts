import { passagesOf } from "../search/passages.ts";
import { buildIndex, type Built } from "../search/segment/build.ts";
import { addressOf, transcriptFile, transcriptName } from "./files.ts";

/**
 * Builds the index of shipped episodes: in a worker, so that nothing stands still meanwhile, or here where there are no
 * workers (Chromium's background). It ends with the page. Null where no transcript can be read.
 * @param tell Told of the share of the work that is done, from 0 to 1.
 */
export function buildShipped(
  episodes: readonly string[],
  tell: (share: number) => void,
): Promise<Built | null> {
  if (typeof Worker === "undefined") return buildIndex({ episodes, read: passages, tell });
  const worker = new Worker(new URL("./index-worker.ts", import.meta.url), { type: "module" });
  const { promise, resolve, reject } = Promise.withResolvers<Built | null>();
  worker.addEventListener("message", ({ data }: MessageEvent<{ share: number } | { built: Built | null }>) =>
    "share" in data ? tell(data.share) : resolve(data.built),
  );
  worker.addEventListener("error", ({ message }) => reject(new Error(message)));
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A worker has no origin to name.
  worker.postMessage(episodes.map((episode) => addressOf(transcriptName(episode))));
  return promise.finally(() => worker.terminate());
}

async function passages(episode: string) {
  const file = await transcriptFile(episode);
  return file.ok ? passagesOf(file.value) : null;
}
