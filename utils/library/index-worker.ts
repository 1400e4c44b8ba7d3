import { passagesOf } from "../search/passages.ts";
import { buildIndex } from "../search/segment/build.ts";
import { transcriptIn } from "./json.ts";

/** Builds the index of transcripts at the addresses in a message, tells how far it is, and hands it over. */
addEventListener("message", ({ data }: MessageEvent<string[]>) => {
  const tell = (share: number) => answer({ share });
  void buildIndex({ episodes: data, read: passagesAt, tell }).then((built) => answer({ built }));
});

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- A worker has no origin to name.
const answer = (said: object) => postMessage(said);

/** Those of a transcript that can't be read are left out. */
async function passagesAt(address: string) {
  const file = await transcriptIn(await fetch(address).catch(() => null));
  return file.ok ? passagesOf(file.value) : null;
}
