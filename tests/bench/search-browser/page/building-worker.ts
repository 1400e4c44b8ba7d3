import { splitPassages } from "../../../../utils/search/text/passages.ts";
import { buildIndex } from "../../../../utils/search/index/write/build-index.ts";
import type { Transcript } from "../../../../utils/transcript/model/transcript.ts";
import { generatedEpisodes } from "../../../corpus/generated.ts";

/** Builds an index of so many episodes as the product's worker does; those that were never said are made up meanwhile. */
addEventListener(
  "message",
  ({ data: count }: MessageEvent<number>) => void build(count).then(answer, throwing),
);

/** In a worker a rejection reaches nobody; an error does. */
const throwing = (error: unknown) =>
  setTimeout(() => {
    throw error;
  });

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- A worker has no origin to name.
const answer = (said: object) => postMessage(said);

async function build(count: number): Promise<object> {
  const catalog = (await (await fetch("/library/catalog.json")).json()) as { id: string }[];
  const files = catalog.map(async ({ id }) => (await fetch(`/library/${id}.json`)).json());
  const real = ((await Promise.all(files)) as Transcript[]).flatMap(splitPassages);
  const made = generatedEpisodes(real, count);
  let making = 0;
  let packed = 0;
  const begun = performance.now();
  const built = await buildIndex({
    episodes: Array.from({ length: count }, (_, i) => String(i)),
    async readPassages() {
      const started = performance.now();
      const passages = made.next().value ?? null;
      making += performance.now() - started;
      return passages;
    },
    onProgress: (share) => {
      if (share < 0.8) packed = performance.now() - begun - making;
      answer({ share });
    },
  });
  return {
    packed,
    ms: performance.now() - begun - making,
    mb: ((built?.rest.size ?? 0) + built!.head.length) / 1e6,
  };
}
