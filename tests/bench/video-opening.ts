import { start } from "../e2e/browsers.ts";
import { clearAllData } from "../e2e/extension-driver.ts";
import { startPages } from "../pages/server.ts";
import { quantile } from "./heard.ts";
import { printFigure, tell } from "./measure.ts";
import { cleanedMs, openingMs } from "./panel/in-page.ts";

const RUNS = 9;
/** 20,000 words; YouTube's answer comes after 400 ms. */
const ADDRESS = "https://www.youtube.com/watch?v=talkslow__1";

/** From the click on a video's tab to the first screen of its transcript, with nothing loaded and nothing stored. */
export async function measureVideoOpening(): Promise<void> {
  const pages = await startPages();
  const session = await start("chromium", { port: pages.port });
  const opening: number[] = [];
  const cleaning: number[] = [];
  try {
    for (let n = 0; n < RUNS; n++) {
      await clearAllData(session);
      const page = await session.open(ADDRESS);
      opening.push(await openingMs(page));
      cleaning.push(await cleanedMs(page));
      await page.close();
    }
  } finally {
    await session.close();
    await pages.stop();
  }
  const median = quantile(opening, 0.5);
  tell("library", "a click to the first screen of a video of 20,000 words", median, 1200, "ms");
  printFigure(`library its text is cleaned after another ${Math.round(quantile(cleaning, 0.5))} ms`);
}
