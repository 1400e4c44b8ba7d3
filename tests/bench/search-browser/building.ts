import type { WebWorker } from "puppeteer-core";
import type { Session } from "../../e2e/browsers.ts";
import { printFigure, tell } from "../measure.ts";

/** How often the worker's memory is looked at, in milliseconds. */
const LOOK_MS = 100;

/** Builds indexes of few and of many episodes in a worker: what an episode takes, and whether memory grows with them. */
export async function building(session: Session, few: number, many: number): Promise<void> {
  const peaks: number[] = [];
  for (const episodes of [few, many]) {
    const { ms, mb, packed, told, longest, peak } = await built(session, episodes);
    peaks.push(peak);
    printFigure(
      `search building ${episodes} episodes (${mb.toFixed(0)} MB) in a worker: ${Math.round((packed / ms) * 100)} % of it packing, the rest merging; told ${told} times how far it is, longest frame of the page ${longest.toFixed(0)} ms, memory at most ${peak.toFixed(0)} MB`,
    );
    tell("search", `building ${episodes} episodes in a worker, an episode`, ms / episodes, 20, "ms");
  }
  const growth = peaks[1]! / peaks[0]!;
  tell("search", `memory for ${many} episodes, against ${few}`, growth, 1.5);
}

interface Measured {
  /** All that building takes, and packing alone. */
  ms: number;
  packed: number;
  mb: number;
  told: number;
  longest: number;
}

async function built(session: Session, episodes: number): Promise<Measured & { peak: number }> {
  const page = await session.browser.newPage();
  await page.bringToFront();
  const started = new Promise<WebWorker>((resolve) => page.once("workercreated", resolve));
  await page.goto(session.welcome.url().replace("welcome.html", `bench-building.html?episodes=${episodes}`));
  const worker = await started;
  let peak = 0;
  for (;;) {
    const found = await page.evaluate(() => document.documentElement.dataset["built"]);
    if (found) {
      await page.close();
      if ("error" in JSON.parse(found)) throw new Error(found);
      return { ...(JSON.parse(found) as Measured), peak };
    }
    const usage = (await worker.client.send("Runtime.getHeapUsage")) as {
      usedSize: number;
      backingStorageSize?: number;
    };
    peak = Math.max(peak, (usage.usedSize + (usage.backingStorageSize ?? 0)) / 1e6);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}
