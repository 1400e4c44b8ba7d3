import { launch, type Browser, type Page } from "puppeteer-core";
import { ensureBrowser } from "../../scripts/browsers.mjs";
import type { Options, Parts } from "./browsers.ts";

const ID = "{6f3a1c52-7d0e-4b1f-9a54-2c1d8e40b7aa}";
const UUID = "5d8f7e4c-2b1a-4c3d-9e8f-7a6b5c4d3e2f";

/** Starts Firefox with the extension. */
export async function startFirefox({
  port,
  headless = true,
  dark,
  extension,
  before,
  profile,
  downloads,
}: Options): Promise<Parts> {
  const browser = await launch({
    browser: "firefox",
    executablePath: ensureBrowser("firefox"),
    headless,
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
      ...(downloads && {
        "browser.download.folderList": 2,
        "browser.download.dir": downloads,
        "browser.download.useDownloadDir": true,
      }),
      "dom.events.testing.asyncClipboard": true,
      "layout.css.prefers-color-scheme.content-override": dark ? 0 : 1,
    },
  });
  const first = before ? await browser.newPage() : null;
  if (first && before) await first.goto(before, { waitUntil: "load" });
  await browser.installExtension(extension);
  const goOwn = async (page: Page, name: string) => {
    // Firefox never reports such a page as loaded, though it is (seen in 153).
    await page.goto(`moz-extension://${UUID}/${name}`, { timeout: 1500 }).catch(() => null);
    await page.waitForSelector("main");
  };
  const welcome = await browser.newPage();
  await goOwn(welcome, "welcome.html");
  return {
    kind: "firefox",
    browser,
    before: first,
    welcome,
    goOwn,
    async clickIcon(page) {
      await page.bringToFront();
      await inChrome(
        browser,
        `for (const panel of document.querySelectorAll("panel")) if (panel.state === "open") panel.hidePopup();
        ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs").ExtensionParent.apiManager.global
          .browserActionFor(WebExtensionPolicy.getByID("${ID}").extension).triggerAction(window)`,
      );
      return {
        texts: (selector) => textsOfPopup(welcome, selector),
        search: (words) => searchInPopup(welcome, words),
      };
    },
    async withhold() {
      await welcome.evaluate(async () => {
        const { permissions } = (globalThis as unknown as { browser: { permissions: Permissions } }).browser;
        const { origins } = await permissions.getAll();
        await permissions.remove({ origins });
      });
    },
    async update() {
      await browser.installExtension(extension);
    },
  };
}

interface Permissions {
  getAll(): Promise<{ origins: string[] }>;
  remove(what: { origins: string[] }): Promise<boolean>;
}

interface Views {
  browser: { extension: { getViews(of: { type: "popup" }): Window[] } };
}

/** Firefox shows its popup to nobody but the extension itself, so one of its pages is asked. */
const textsOfPopup = (own: Page, selector: string) =>
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
async function inChrome(browser: Browser, expression: string): Promise<void> {
  const { connection } = browser as unknown as {
    connection: {
      send(name: string, what: object): Promise<{ result: { contexts: { context: string }[] } }>;
    };
  };
  const tree = await connection.send("browsingContext.getTree", { "moz:scope": "chrome" });
  const target = { context: tree.result.contexts[0]!.context };
  await connection.send("script.evaluate", { expression, target, awaitPromise: true });
}
