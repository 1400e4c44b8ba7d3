import { buildIndex } from "../search/index/write/build-index.ts";
import { fetchPassages } from "./library-json.ts";

/** Builds the index of the transcripts at the addresses in a message; reports progress, then the index. */
addEventListener("message", ({ data }: MessageEvent<string[]>) => {
  const onProgress = (share: number) => sendMessage({ share });
  void buildIndex({ episodes: data, readPassages: fetchPassages, onProgress }).then(
    (built) => sendMessage({ built }),
    // A rejection inside a worker raises no error event outside.
    (error: unknown) => sendMessage({ error: String(error) }),
  );
});

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- A worker has no origin to name.
const sendMessage = (message: object) => postMessage(message);
