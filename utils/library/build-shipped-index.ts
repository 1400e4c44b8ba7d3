import { buildIndex, type PackedIndex } from "../search/index/write/build-index.ts";
import { getTranscriptFileName, type LibraryFiles } from "./library-files.ts";
import { fetchPassages } from "./library-json.ts";

/** Messages of the worker: progress from 0 to 1, then the index or an error. */
type IndexWorkerMessage = { share: number } | { built: PackedIndex | null } | { error: string };

/**
 * Builds the index of shipped episodes in a worker, so that the page stays responsive. Service workers cannot start one,
 * so Chromium's background builds it itself.
 * @param onProgress Receives the finished share of the work, from 0 to 1.
 * @returns Null where no transcript can be read.
 * @see https://developer.mozilla.org/en-US/docs/Web/API/Worker/Worker
 */
export function buildShippedIndex(
  files: LibraryFiles,
  ids: readonly string[],
  onProgress: (share: number) => void,
): Promise<PackedIndex | null> {
  const episodes = ids.map((id) => files.getUrl(getTranscriptFileName(id)));
  if (typeof Worker === "undefined") return buildIndex({ episodes, readPassages: fetchPassages, onProgress });
  const worker = new Worker(new URL("./index-worker.ts", import.meta.url), { type: "module" });
  const { promise, resolve, reject } = Promise.withResolvers<PackedIndex | null>();
  worker.addEventListener("message", ({ data }: MessageEvent<IndexWorkerMessage>) => {
    if ("share" in data) onProgress(data.share);
    else if ("built" in data) resolve(data.built);
    else reject(new Error(data.error));
  });
  worker.addEventListener("error", ({ message }) => reject(new Error(message)));
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A worker has no origin to name.
  worker.postMessage(episodes);
  return promise.finally(() => worker.terminate());
}
