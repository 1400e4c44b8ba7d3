import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { start } from "../tests/e2e/browsers.ts";
import { boxOf } from "../tests/e2e/panel-driver.ts";
import { startPages } from "../tests/pages/server.ts";

const EPISODE_URL = "https://www.youtube.com/watch?v=3hYYGiucS0U";
/** The moment of the panel’s picture, in seconds, and a misheard name that is said there. */
const MOMENT_SECONDS = 2058;
const MISHEARD_NAME = "PAC-Bayesian";
const QUERY = "prior knowledge";
const WAIT_MS = 20_000;

type PicturePath = `${string}.png`;

/**
 * Takes pictures of the panel (light and dark) and the popup in Chromium.
 * @returns Paths of the files.
 */
export async function takePictures(folder: string): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const pages = await startPages();
  const session = await start("chromium", { port: pages.port });
  const paths: PicturePath[] = [];
  try {
    const page = await session.open(EPISODE_URL);
    await page.setViewport({ width: 1280, height: 760, deviceScaleFactor: 1 });
    await waitForPanel(page, (root) => root.querySelector(".tab"));
    await openPanel(page);
    await page.waitForFunction(
      () => document.querySelector<HTMLVideoElement>("#movie_player video")!.readyState > 0,
    );
    await page.mouse.move(400, 300);
    await page.evaluate((seconds) => {
      document.querySelector<HTMLVideoElement>("#movie_player video")!.currentTime = seconds;
    }, MOMENT_SECONDS);
    await waitForPanel(
      page,
      (root, name) => root.querySelector("[data-index].active")?.textContent?.includes(name),
      MISHEARD_NAME,
    );
    await moveToCorrectedWord(page);
    for (const theme of ["light", "dark"]) {
      await page.evaluate((dark) => document.documentElement.toggleAttribute("dark", dark), theme === "dark");
      await waitForPanel(page, (root, name) => root.host.getAttribute("data-theme") === name, theme);
      const path: PicturePath = `${join(folder, `panel-${theme}`)}.png`;
      await page.screenshot({ path });
      paths.push(path);
    }
    const popup = await session.openOwn("popup.html");
    await popup.setViewport({ width: 440, height: 560, deviceScaleFactor: 1 });
    await popup.type("input", QUERY);
    await popup.waitForSelector("mark");
    const path: PicturePath = `${join(folder, "popup")}.png`;
    await popup.screenshot({ path });
    paths.push(path);
  } finally {
    await session.close();
    await pages.stop();
  }
  return paths;
}

/** Clicks the tab until the panel is open. While the page loads, the tab can move away from the mouse. */
async function openPanel(page: Page): Promise<void> {
  for (const until = Date.now() + WAIT_MS; Date.now() < until;) {
    const tab = await boxOf(page, ".tab");
    if (!tab) return;
    await page.mouse.click(tab.x + tab.width / 2, tab.y + tab.height / 2);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

/** Moves the mouse to a corrected word until its card opens. While the list scrolls, the word moves away. */
async function moveToCorrectedWord(page: Page): Promise<void> {
  for (const until = Date.now() + WAIT_MS; Date.now() < until;) {
    const word = await boxOf(page, ".active .corrected");
    if (word) await page.mouse.move(word.x + 10, word.y + 8);
    await new Promise((resolve) => setTimeout(resolve, 600));
    if (await boxOf(page, ".card")) return;
  }
  throw new Error("No card opened for the corrected word.");
}

/** Waits until `test` is true for the panel’s shadow root. `test` runs in the page and sees only its arguments. */
async function waitForPanel(
  page: Page,
  test: (root: ShadowRoot, argument: string) => unknown,
  argument = "",
): Promise<void> {
  const expression = `(() => { const root = document.querySelector("earmark-panel")?.shadowRoot; return !!root && !!(${test.toString()})(root, ${JSON.stringify(argument)}); })()`;
  for (const until = Date.now() + WAIT_MS; Date.now() < until;) {
    if (await page.evaluate(expression)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("The panel did not reach the state of the picture.");
}
