import { launch, type Browser, type Page } from "puppeteer-core";
import { ensureBrowser } from "../../scripts/browsers.mjs";
import type { BrowserDriver, Options } from "./browsers.ts";

/** The part of chrome://extensions' own interface that does what a reader's clicks do there. */
interface DeveloperPrivate {
  updateExtensionConfiguration(what: { extensionId: string; hostAccess: string }): Promise<void>;
  updateProfileConfiguration(what: { inDeveloperMode: boolean }): Promise<void>;
}

/** Starts Chromium with the extension. */
export async function startChromium({
  port,
  headless = true,
  extension,
  before,
  profile,
  downloads,
  timeoutMs,
}: Options): Promise<BrowserDriver> {
  const browser = await launch({
    executablePath: ensureBrowser("chromium"),
    headless,
    pipe: true,
    timeout: timeoutMs,
    ...(profile && { userDataDir: profile }),
    ...(port && { downloadBehavior: { policy: "allow", downloadPath: downloads } }),
    enableExtensions: true,
    defaultViewport: headless ? { width: 1280, height: 900 } : null,
    args: [
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      ...(port ? [`--host-resolver-rules=MAP * 127.0.0.1:${port}`, "--ignore-certificate-errors"] : []),
      "--autoplay-policy=no-user-gesture-required",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  const first = before ? await browser.newPage() : null;
  if (first && before) await first.goto(before, { waitUntil: "load" });
  let id = await browser.installExtension(extension);
  let popup: Page | null = null;
  const loadOwnPage = async (page: Page, name: string) => {
    await loadWhenReady(page, `chrome-extension://${id}/${name}`, timeoutMs);
    await page.waitForSelector("main", { timeout: timeoutMs });
  };
  const driver: BrowserDriver = {
    kind: "chromium",
    browser,
    before: first,
    welcome: await findWelcomePage(browser, id, timeoutMs),
    extension,
    loadOwnPage,
    async clickIcon(page) {
      await page.bringToFront();
      const open = new Set(browser.targets());
      const popupOpens = browser.waitForTarget(
        (target) => target.url() === `chrome-extension://${id}/popup.html` && !open.has(target),
      );
      await (await browser.extensions()).get(id)!.triggerAction(page);
      const opened = await (await popupOpens).asPage();
      popup = opened;
      return {
        texts: (selector) =>
          opened.evaluate((s) => [...document.querySelectorAll(s)].map((e) => e.textContent ?? ""), selector),
        search: (words) => opened.type("input[type=search]", words),
      };
    },
    async closePopup() {
      await popup?.close().catch(() => null);
      popup = null;
    },
    withhold: () =>
      onExtensionsPage(browser, id, (api, extensionId) =>
        api.updateExtensionConfiguration({ extensionId, hostAccess: "ON_CLICK" }),
      ),
    async update() {
      await browser.installExtension(driver.extension);
      driver.welcome = await browser.newPage();
      await loadOwnPage(driver.welcome, "welcome.html");
    },
    async replaceExtension(folder) {
      await browser.uninstallExtension(id);
      id = await browser.installExtension(folder);
      driver.extension = folder;
      driver.welcome = await findWelcomePage(browser, id, timeoutMs);
    },
    async preferDark(isDark, pages) {
      const feature = { name: "prefers-color-scheme", value: isDark ? "dark" : "light" };
      for (const page of pages) await page.emulateMediaFeatures([feature]);
    },
  };
  return driver;
}

/** Loads a page of the extension. Chromium refuses it for a moment after it installed or updated the extension. */
async function loadWhenReady(page: Page, url: string, timeoutMs: number): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    try {
      await page.goto(url);
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** The page that the extension opens when it is installed. */
async function findWelcomePage(browser: Browser, id: string, timeout: number): Promise<Page> {
  const opened = await browser.waitForTarget(
    (target) => target.url() === `chrome-extension://${id}/welcome.html`,
    { timeout },
  );
  return (await opened.page())!;
}

/** Calls the interface of the browser's page of extensions. */
async function onExtensionsPage(
  browser: Browser,
  id: string,
  act: (api: DeveloperPrivate, id: string) => Promise<void>,
): Promise<void> {
  const page = await browser.newPage();
  await page.goto("chrome://extensions/");
  await page.evaluate(`(${act.toString()})(chrome.developerPrivate, ${JSON.stringify(id)})`);
  await page.close();
}
