/** Has an index built in a worker, for as many episodes as the address says; leaves what it took, and how it was told. */
const worker = new Worker(new URL("./building-worker.ts", import.meta.url), { type: "module" });
const data = document.documentElement.dataset;
let told = 0;
let longest = 0;
let last = performance.now();
/** The page must go on drawing meanwhile. */
const draw = (now: number) => {
  longest = Math.max(longest, now - last);
  last = now;
  requestAnimationFrame(draw);
};
requestAnimationFrame(draw);
worker.addEventListener("message", ({ data: said }: MessageEvent<{ share: number } | { ms: number }>) => {
  if ("share" in said) told++;
  else data["built"] = JSON.stringify({ ...said, told, longest });
});
worker.addEventListener("error", ({ message }) => (data["built"] = JSON.stringify({ error: message })));
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- A worker has no origin to name.
worker.postMessage(Number(new URLSearchParams(location.search).get("episodes")));
