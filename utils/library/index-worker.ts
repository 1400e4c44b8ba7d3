import { buildIndex } from "../search/index/write/build-index.ts";
import { fetchPassages } from "./library-json.ts";

/** Builds the index of transcripts at the addresses in a message, tells how far it is, and hands it over. */
addEventListener("message", ({ data }: MessageEvent<string[]>) => {
  const tell = (share: number) => sendMessage({ share });
  void buildIndex({ episodes: data, readPassages: fetchPassages, onProgress: tell }).then(
    (built) => sendMessage({ built }),
    // A rejection reaches nobody outside of a worker.
    (error: unknown) => sendMessage({ error: String(error) }),
  );
});

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- A worker has no origin to name.
const sendMessage = (said: object) => postMessage(said);
