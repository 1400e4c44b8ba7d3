import { launch, type Browser, type Page } from "puppeteer-core";
import { ensureBrowser } from "../../scripts/browsers.mjs";
import type { BrowserDriver, Options } from "./browsers.ts";

const ID = "{6f3a1c52-7d0e-4b1f-9a54-2c1d8e40b7aa}";
const UUID = "5d8f7e4c-2b1a-4c3d-9e8f-7a6b5c4d3e2f";

const PAGE_TIMEOUT_MS = 60_000;
const COLOR_SCHEME = "layout.css.prefers-color-scheme.content-override";
const [DARK, LIGHT] = [0, 1];

const HIDE_PANELS =
  'for (const panel of document.querySelectorAll("panel")) if (panel.state === "open") panel.hidePopup();';

/** Starts Firefox with the extension. */
export async function startFirefox({
  port,
  headless = true,
  extension,
  before,
  profile,
  downloads,
  timeoutMs,
}: Options): Promise<BrowserDriver> {
  const browser = await launch({
    browser: "firefox",
    executablePath: ensureBrowser("firefox"),
    headless,
    timeout: timeoutMs,
    ...(profile && { userDataDir: profile }),
    acceptInsecureCerts: port !== undefined,
    defaultViewport: headless ? { width: 1280, height: 900 } : null,
    args: ["--remote-allow-system-access"],
    extraPrefsFirefox: {
      ...(port && { "network.dns.forceResolve": "127.0.0.1", "network.socket.forcePort": `443=${port}` }),
      "extensions.webextensions.uuids": JSON.stringify({ [ID]: UUID }),
      "media.autoplay.default": 0,
      ...(profile && {
        "extensions.webextensions.keepStorageOnUninstall": true,
        "extensions.webextensions.keepUuidOnUninstall": true,
      }),
      ...(port && {
        "browser.download.folderList": 2,
        "browser.download.dir": downloads,
        "browser.download.useDownloadDir": true,
      }),
      "dom.events.testing.asyncClipboard": true,
      [COLOR_SCHEME]: LIGHT,
    },
  });
  const first = before ? await browser.newPage() : null;
  if (first && before) await first.goto(before, { waitUntil: "load" });
  await browser.installExtension(extension);
  const driver: BrowserDriver = {
    kind: "firefox",
    browser,
    before: first,
    welcome: await openWelcomePage(browser),
    extension,
    loadOwnPage: (page, name) => loadOwnPage(browser, page, name),
    async clickIcon(page) {
      await page.bringToFront();
      await runInChrome(
        browser,
        `${HIDE_PANELS}
        ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs").ExtensionParent.apiManager.global
          .browserActionFor(WebExtensionPolicy.getByID("${ID}").extension).triggerAction(window)`,
      );
      return {
        texts: (selector) => readPopupTexts(driver.welcome, selector),
        search: (words) => searchInPopup(driver.welcome, words),
      };
    },
    closePopup: () => runInChrome(browser, HIDE_PANELS),
    async withhold() {
      await driver.welcome.evaluate(async () => {
        const { permissions } = (globalThis as unknown as { browser: { permissions: Permissions } }).browser;
        const { origins } = await permissions.getAll();
        await permissions.remove({ origins });
      });
    },
    update: () => driver.replaceExtension(driver.extension),
    async replaceExtension(folder) {
      // Firefox closes the pages of the old version, and quits with its last page.
      const remaining = await browser.newPage();
      await browser.installExtension(folder);
      driver.extension = folder;
      driver.welcome = await openWelcomePage(browser);
      await remaining.close();
    },
    // In Firefox the preference is the whole browser's.
    preferDark: (isDark) =>
      runInChrome(browser, `Services.prefs.setIntPref("${COLOR_SCHEME}", ${isDark ? DARK : LIGHT})`),
  };
  return driver;
}

/** Loads one of the extension's own pages; Firefox 153 never reports such a page as loaded, so its content is polled. */
async function loadOwnPage(browser: Browser, page: Page, name: string): Promise<void> {
  const url = `moz-extension://${UUID}/${name}`;
  const { _id: context } = page.mainFrame() as unknown as { _id: string };
  await send(browser, "browsingContext.navigate", { context, url, wait: "none" });
  const deadline = Date.now() + PAGE_TIMEOUT_MS;
  // The page that is left may answer, or go away while it is asked.
  const isReady = () =>
    page
      .evaluate(
        (path) => location.pathname === path && document.querySelector("main") !== null,
        `/${name.replace(/[#?].*/, "")}`,
      )
      .catch(() => false);
  while (!(await isReady())) {
    if (Date.now() > deadline) throw new Error(`${url} does not load.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function openWelcomePage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await loadOwnPage(browser, page, "welcome.html");
  return page;
}

interface Permissions {
  getAll(): Promise<{ origins: string[] }>;
  remove(what: { origins: string[] }): Promise<boolean>;
}

interface Views {
  browser: { extension: { getViews(of: { type: "popup" }): Window[] } };
}

/** Reads the popup from a page of the extension: Firefox shows it to no driver. */
const readPopupTexts = (own: Page, selector: string) =>
  own.evaluate((s) => {
    const [popup] = (globalThis as unknown as Views).browser.extension.getViews({ type: "popup" });
    return [...(popup?.document.querySelectorAll(s) ?? [])].map((element) => element.textContent ?? "");
  }, selector);

const searchInPopup = (own: Page, words: string) =>
  own.evaluate((typed) => {
    const [popup] = (globalThis as unknown as Views).browser.extension.getViews({ type: "popup" });
    const field = popup!.document.querySelector<HTMLInputElement>("input[type=search]")!;
    field.value = typed;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }, words);

/** Runs code in the browser's own window. */
async function runInChrome(browser: Browser, expression: string): Promise<void> {
  const tree = (await send(browser, "browsingContext.getTree", { "moz:scope": "chrome" })) as {
    contexts: { context: string }[];
  };
  const target = { context: tree.contexts[0]!.context };
  await send(browser, "script.evaluate", { expression, target, awaitPromise: true });
}

/** Sends a command that Puppeteer has no method for. */
async function send(browser: Browser, method: string, parameters: object): Promise<unknown> {
  const { connection } = browser as unknown as {
    connection: { send(method: string, parameters: object): Promise<{ result: unknown }> };
  };
  return (await connection.send(method, parameters)).result;
}
