import { buildIndex, type PackedIndex } from "../search/index/write/build-index.ts";
import { getTranscriptFileName, type LibraryFiles } from "./library-files.ts";
import { fetchPassages } from "./library-json.ts";

/** What the worker says: how far it is, and at the end what it built or why it could not. */
type IndexWorkerMessage = { share: number } | { built: PackedIndex | null } | { error: string };

/**
 * Builds the index of shipped episodes: in a worker, so that nothing stands still meanwhile, or here where there are no
 * workers (Chromium's background). It ends with the page. Null where no transcript can be read.
 * @param tell Told of the share of the work that is done, from 0 to 1.
 */
export function buildShippedIndex(
  files: LibraryFiles,
  ids: readonly string[],
  tell: (share: number) => void,
): Promise<PackedIndex | null> {
  const episodes = ids.map((id) => files.getUrl(getTranscriptFileName(id)));
  if (typeof Worker === "undefined")
    return buildIndex({ episodes, readPassages: fetchPassages, onProgress: tell });
  const worker = new Worker(new URL("./index-worker.ts", import.meta.url), { type: "module" });
  const { promise, resolve, reject } = Promise.withResolvers<PackedIndex | null>();
  worker.addEventListener("message", ({ data }: MessageEvent<IndexWorkerMessage>) => {
    if ("share" in data) tell(data.share);
    else if ("built" in data) resolve(data.built);
    else reject(new Error(data.error));
  });
  worker.addEventListener("error", ({ message }) => reject(new Error(message)));
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A worker has no origin to name.
  worker.postMessage(episodes);
  return promise.finally(() => worker.terminate());
}
