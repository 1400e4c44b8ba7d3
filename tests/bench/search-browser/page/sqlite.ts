const begun = performance.now();
import { first } from "./first.ts";

/** SQLite's files of its own lie in OPFS, which only a worker reads without waiting. */
await first(begun, async () => {
  const worker = new Worker(new URL("./sqlite-worker.ts", import.meta.url), { type: "module" });
  const answer = () =>
    new Promise<number>((resolve, reject) => {
      worker.addEventListener("message", ({ data }) => resolve(data as number), { once: true });
      worker.addEventListener("error", (event) => reject(new Error(event.message)), { once: true });
    });
  await answer();
  return (query) => {
    const answered = answer();
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A worker has no origin to name.
    worker.postMessage(query);
    return answered;
  };
});
