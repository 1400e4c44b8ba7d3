import { buildIndex } from "../search/segment/build.ts";
import { passagesAt } from "./json.ts";

/** Builds the index of transcripts at the addresses in a message, tells how far it is, and hands it over. */
addEventListener("message", ({ data }: MessageEvent<string[]>) => {
  const tell = (share: number) => answer({ share });
  void buildIndex({ episodes: data, readPassages: passagesAt, onProgress: tell }).then(
    (built) => answer({ built }),
    // A rejection reaches nobody outside of a worker.
    (error: unknown) => answer({ error: String(error) }),
  );
});

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- A worker has no origin to name.
const answer = (said: object) => postMessage(said);
