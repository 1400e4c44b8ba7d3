import type { CDPSession, Page } from "puppeteer-core";

/** Runs in the page: waits until something is so in the panel's shadow tree, and for the frame that shows it. */
const WAIT = `const root = () => document.querySelector("earmark-panel")?.shadowRoot;
const frame = () => new Promise(requestAnimationFrame);
const until = async (test) => { for (let n = 0; n < 2000; n++) { const r = root(); if (r && test(r)) return r; await frame(); } throw new Error("The panel did not come."); };
const seen = (r) => { const box = r.querySelector(".paragraphs")?.getBoundingClientRect(); const text = r.querySelector(".paragraph .text")?.getBoundingClientRect(); return box && text && text.height > 0; };`;

const run = <T>(page: Page, body: string) =>
  page.evaluate(`(async () => { ${WAIT} ${body} })()`) as Promise<T>;

/** Waits for the panel's tab. */
export const tabThere = (page: Page) => run<void>(page, `await until((r) => r.querySelector(".tab"));`);

/** Clicks on the tab; milliseconds until the first screen of the text is painted. */
export const openingMs = (page: Page) =>
  run<number>(
    page,
    `const r = await until((r) => r.querySelector(".tab"));
     const start = performance.now();
     r.querySelector(".tab").click();
     await until(seen);
     await frame();
     return performance.now() - start;`,
  );

/** Milliseconds until the text of a video is cleaned, which the panel's notes tell. */
export const cleanedMs = (page: Page) =>
  run<number>(
    page,
    `const start = performance.now();
     await until((r) => ![...r.querySelectorAll(".note")].some((note) => note.textContent.includes("still being cleaned")));
     return performance.now() - start;`,
  );

/** Waits until every paragraph is there, and for a second of quiet. */
export const allBuilt = (page: Page) =>
  run<void>(
    page,
    `await until((r) => r.querySelector(".paragraph") && !r.querySelector(".unbuilt"));
     await new Promise((resolve) => setTimeout(resolve, 1000));`,
  );

/** Opens the panel and waits until all paragraphs are there; the longest task meanwhile, in milliseconds. */
export const longestTaskMs = (page: Page, paragraphs: number) =>
  run<number>(
    page,
    `const tasks = [0];
     const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map((e) => e.duration)));
     observer.observe({ type: "longtask" });
     const r = await until((r) => r.querySelector(".tab"));
     r.querySelector(".tab").click();
     await until((r) => r.querySelectorAll(".paragraph").length >= ${paragraphs});
     await new Promise((resolve) => setTimeout(resolve, 300));
     return Math.max(...tasks);`,
  );

/** Types letters one after the other into the panel's search; milliseconds from each key to the frame that shows it. */
export const typingMs = (page: Page, letters: string) =>
  run<number[]>(
    page,
    `const r = await until(seen);
     const field = r.querySelector(".find input");
     field.focus();
     const times = [];
     for (const letter of ${JSON.stringify(letters)}) {
       await new Promise((resolve) => setTimeout(resolve, 120));
       const start = performance.now();
       field.value += letter;
       field.dispatchEvent(new Event("input", { bubbles: true }));
       await frame();
       await frame();
       times.push(performance.now() - start);
     }
     return times;`,
  );

/** Plays the page's video for some seconds; the share of a core that all of the page took meanwhile. */
export async function playingShare(page: Page, seconds: number): Promise<number> {
  await page.evaluate(() => void document.querySelector<HTMLVideoElement>("#movie_player video")!.play());
  const before = (await page.metrics()).TaskDuration!;
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  const after = (await page.metrics()).TaskDuration!;
  await page.evaluate(() => document.querySelector<HTMLVideoElement>("#movie_player video")!.pause());
  return (after - before) / seconds;
}

/** Megabytes of the page's JavaScript heap that are in use, after its garbage was collected. */
export async function heapMb(client: CDPSession): Promise<number> {
  for (let n = 0; n < 3; n++) await client.send("HeapProfiler.collectGarbage");
  return (await client.send("Runtime.getHeapUsage")).usedSize / 1e6;
}
