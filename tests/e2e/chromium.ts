import { launch, type Browser } from "puppeteer-core";
import { ensureBrowser } from "../../scripts/browsers.mjs";
import type { Options, Parts } from "./browsers.ts";

/** The part of chrome://extensions' own interface with which a reader's clicks there are done. */
interface DeveloperPrivate {
  updateExtensionConfiguration(what: { extensionId: string; hostAccess: string }): Promise<void>;
  updateProfileConfiguration(what: { inDeveloperMode: boolean }): Promise<void>;
}

/** Starts Chromium with the extension. */
export async function startChromium({
  port,
  headless = true,
  dark,
  extension,
  before,
  profile,
  downloads,
}: Options): Promise<Parts> {
  const browser = await launch({
    executablePath: ensureBrowser("chromium"),
    headless,
    pipe: true,
    ...(profile && { userDataDir: profile }),
    ...(downloads && { downloadBehavior: { policy: "allow", downloadPath: downloads } }),
    enableExtensions: true,
    defaultViewport: headless ? { width: 1280, height: 900 } : null,
    args: [
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      ...(port ? [`--host-resolver-rules=MAP * 127.0.0.1:${port}`, "--ignore-certificate-errors"] : []),
      ...(dark ? ["--force-dark-mode"] : []),
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
  const id = await browser.installExtension(extension);
  const own = `chrome-extension://${id}`;
  const welcomed = await browser.waitForTarget((target) => target.url() === `${own}/welcome.html`);
  const welcome = (await welcomed.page())!;
  return {
    kind: "chromium",
    browser,
    before: first,
    welcome,
    async goOwn(page, name) {
      await page.goto(`${own}/${name}`);
      await page.waitForSelector("main");
    },
    async clickIcon(page) {
      await page.bringToFront();
      const open = new Set(browser.targets());
      const popupOpens = browser.waitForTarget(
        (target) => target.url() === `${own}/popup.html` && !open.has(target),
      );
      await (await browser.extensions()).get(id)!.triggerAction(page);
      const popup = await (await popupOpens).asPage();
      return {
        texts: (selector) =>
          popup.evaluate((s) => [...document.querySelectorAll(s)].map((e) => e.textContent ?? ""), selector),
        search: (words) => popup.type("input[type=search]", words),
      };
    },
    withhold: () =>
      onExtensionsPage(browser, id, (api, extensionId) =>
        api.updateExtensionConfiguration({ extensionId, hostAccess: "ON_CLICK" }),
      ),
    async update() {
      await browser.installExtension(extension);
    },
  };
}

/** Does something on the browser's page of extensions. */
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
