import { start } from "../e2e/browsers.ts";
import { createOwnEpisodes, openLibrary, putOwnEpisodes } from "../e2e/library-driver.ts";
import { measureFirstScreen } from "./first-screen.ts";
import { quantile } from "./heard.ts";
import { tell } from "./measure.ts";

const RUNS = 7;
const EPISODES = 10_000;
/** Highest number of rows in the document: a list of ten thousand is drawn near the viewport only. */
const MAX_DRAWN_ROWS = 200;

/** The library page with ten thousand own episodes in real Chromium, over the built extension. */
export async function measureLibraryPage(): Promise<void> {
  const session = await start("chromium", {});
  try {
    await putOwnEpisodes(session, createOwnEpisodes(EPISODES));
    const times: number[] = [];
    for (let n = 0; n < RUNS; n++) times.push((await measureFirstScreen(session, "library", ".episode"))[0]);
    const empty: number[] = [];
    for (let n = 0; n < RUNS; n++) empty.push((await measureFirstScreen(session, "welcome", "main"))[0]);
    const slow = `from the navigation, all within ${Math.round(Math.max(...times))} ms, the welcome page ${Math.round(quantile(empty, 0.5))} ms`;
    tell("library", `page of ${EPISODES} to the first screen (${slow})`, quantile(times, 0.5), 200, "ms");
    const page = await openLibrary(session);
    await page.waitForFunction(() => document.querySelector("[aria-setsize='10005']"));
    await page.focus(".episode .title");
    await page.keyboard.press("End");
    await page.waitForFunction(() => document.activeElement?.closest("[aria-posinset='10005']"));
    const rows = await page.evaluate(() => document.querySelectorAll(".episode").length);
    tell("library", "rows in the document at the end of the list", rows, MAX_DRAWN_ROWS);
    const selecting = await page.evaluate(async () => {
      const begun = performance.now();
      document.activeElement!.dispatchEvent(
        new KeyboardEvent("keydown", { key: "a", ctrlKey: true, bubbles: true }),
      );
      while (!document.querySelector(".selected"))
        await new Promise((resolve) => {
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener("message", resolve, { once: true });
          port1.start();
          port2.postMessage(null);
        });
      document.body.getBoundingClientRect();
      return performance.now() - begun;
    });
    tell("library", "selecting all rows, laid out", selecting, 50, "ms");
  } finally {
    await session.close();
  }
}
