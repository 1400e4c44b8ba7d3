import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TimeoutError, type Browser, type Page } from "puppeteer-core";
import { startChromium } from "./chromium.ts";
import { startFirefox } from "./firefox.ts";

export type Kind = "chromium" | "firefox";

/** The popup that a click on the toolbar icon opens, as far as both browsers show it to a driver. */
export interface Popup {
  texts(selector: string): Promise<string[]>;
  /** Puts words into the search field. */
  search(words: string): Promise<void>;
}

/** What each browser does in its own way. */
export interface BrowserDriver {
  kind: Kind;
  browser: Browser;
  /** The page that was open before the extension was installed, if one was asked for. */
  before: Page | null;
  /** An open page of the extension; tests call the extension's own interfaces from it. */
  welcome: Page;
  /** Folder of the running extension. */
  extension: string;
  /** Loads one of the extension's own pages. */
  loadOwnPage(page: Page, name: string): Promise<void>;
  /** Clicks the icon in the toolbar while a page is in front. */
  clickIcon(page: Page): Promise<Popup>;
  /** Closes the popup of an earlier click. */
  closePopup(): Promise<void>;
  /** Takes access to the sites away from the extension, as a reader can. */
  withhold(): Promise<void>;
  /** Installs the extension over the running one, as an update does. */
  update(): Promise<void>;
  /** Replaces the extension with another build of it. */
  replaceExtension(folder: string): Promise<void>;
  /** Makes pages prefer dark colours, or light ones. */
  preferDark(isDark: boolean, pages: readonly Page[]): Promise<void>;
}

/** A real browser with the built extension in it, on the stand-in pages. */
export interface Session extends BrowserDriver {
  /** Folder into which files are downloaded. */
  downloads: string;
  /** Opens a tab at an address and waits until it has loaded. */
  open(address: string): Promise<Page>;
  /** Opens one of the extension's own pages in a tab. */
  openOwn(name: string): Promise<Page>;
  /** Closes all pages but the welcome page and `before`, and gives those that tests opened. */
  closePages(): Promise<Page[]>;
  /** Makes all pages prefer dark colours, or light ones. */
  setDark(isDark: boolean): Promise<void>;
  close(): Promise<void>;
}

export interface Options {
  /** Port of the stand-in pages; without it the browser goes to the real web. */
  port?: number | undefined;
  headless?: boolean;
  /** Folder of the built extension. */
  extension: string;
  /** Address of a page to open before the extension is installed. */
  before?: string;
  /** Folder of a profile that outlives the browser. */
  profile?: string;
  /** Folder into which files are downloaded. */
  downloads: string;
  /** Longest time that the start of the browser may take. */
  timeoutMs: number;
}

const ROOT = join(import.meta.dirname, "../..");

/** A busy machine takes long to start a browser. */
const LAUNCH_TIMEOUT_MS = 120_000;
const NAVIGATION_TIMEOUT_MS = 30_000;

/** Folder into which the extension is built for a browser. */
export const builtFor = (kind: Kind): string =>
  join(ROOT, kind === "chromium" ? ".output/chrome-mv3" : ".output/firefox-mv3");

const errors = new WeakMap<Page, string[]>();

/** Uncaught errors of a page, and of the scripts that the extension runs in it. */
export const errorsOf = (page: Page): string[] => errors.get(page) ?? [];

/** Starts a browser with the extension. */
export async function start(kind: Kind, options: Partial<Options>): Promise<Session> {
  const all: Options = {
    extension: builtFor(kind),
    downloads: mkdtempSync(join(tmpdir(), "earmark-downloads-")),
    timeoutMs: LAUNCH_TIMEOUT_MS,
    ...options,
  };
  const driver = await (kind === "chromium" ? startChromium(all) : startFirefox(all));
  let isDark = false;
  let opened: Page[] = [];
  const newPage = async () => {
    const page = await driver.browser.newPage();
    page.setDefaultNavigationTimeout(NAVIGATION_TIMEOUT_MS);
    const seen: string[] = [];
    errors.set(page, seen);
    opened.push(page);
    page.on("pageerror", (error) => seen.push(error instanceof Error ? error.message : String(error)));
    if (isDark) await driver.preferDark(isDark, [page]);
    await page.bringToFront();
    return page;
  };
  return Object.assign(driver, {
    downloads: all.downloads,
    async open(address: string) {
      const page = await newPage();
      const load = () => page.goto(address, { waitUntil: "load" });
      // A page that does not load in time, as on a busy machine, is loaded once more.
      await load().catch((error: unknown) => {
        if (!(error instanceof TimeoutError)) throw error;
        return load();
      });
      return page;
    },
    async openOwn(name: string) {
      const page = await newPage();
      await driver.loadOwnPage(page, name);
      return page;
    },
    async closePages() {
      await driver.closePopup();
      for (const page of await driver.browser.pages())
        if (page !== driver.welcome && page !== driver.before) await page.close().catch(() => null);
      const closed = opened;
      opened = [];
      return closed;
    },
    async setDark(wanted: boolean) {
      isDark = wanted;
      await driver.preferDark(wanted, await driver.browser.pages());
    },
    close: () => driver.browser.close(),
  });
}
