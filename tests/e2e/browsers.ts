import { join } from "node:path";
import type { Browser, Page } from "puppeteer-core";
import { startChromium } from "./chromium.ts";
import { startFirefox } from "./firefox.ts";

export type Kind = "chromium" | "firefox";

/** The popup that a click on the toolbar icon opens, as far as both browsers let it be seen from outside. */
export interface Popup {
  texts(selector: string): Promise<string[]>;
  /** Puts words into the field. */
  search(words: string): Promise<void>;
}

/** A real browser with the built extension in it, on the stand-in pages. */
export interface Session {
  kind: Kind;
  browser: Browser;
  /** The page that was open before the extension was installed, if one was asked for. */
  before: Page | null;
  /** The extension's first page, from which its own interfaces can be asked. */
  welcome: Page;
  /** A new tab at an address; waits until it has loaded. */
  open(address: string): Promise<Page>;
  /** One of the extension's own pages, in a tab. */
  openOwn(name: string): Promise<Page>;
  /** Clicks the icon in the toolbar while a page is in front. */
  clickIcon(page: Page): Promise<Popup>;
  /** Takes access to the sites away from the extension, as a reader can. */
  withhold(): Promise<void>;
  /** Installs the extension anew over the running one, as an update does. */
  update(): Promise<void>;
  close(): Promise<void>;
}

/** What each browser brings to a session. */
export type Parts = Omit<Session, "open" | "openOwn" | "close"> & {
  /** Loads one of the extension's own pages. */
  goOwn(page: Page, name: string): Promise<void>;
};

export interface Options {
  /** Port of the stand-in pages; without it the browser goes to the real web. */
  port?: number | undefined;
  headless?: boolean;
  dark?: boolean;
  /** Folder of the built extension. */
  extension: string;
  /** Address of a page to open before the extension is installed. */
  before?: string;
  /** Folder of a profile that outlives the browser. */
  profile?: string;
  /** Folder into which files are downloaded. */
  downloads?: string;
}

const ROOT = join(import.meta.dirname, "../..");

/** Folder into which the extension is built for a browser. */
export const builtFor = (kind: Kind): string =>
  join(ROOT, kind === "chromium" ? ".output/chrome-mv3" : ".output/firefox-mv3");

const errors = new WeakMap<Page, string[]>();

/** Errors that nobody caught, in a page and in the scripts that the extension runs in it. */
export const errorsOf = (page: Page): string[] => errors.get(page) ?? [];

/** Starts a browser with the extension. */
export async function start(kind: Kind, options: Partial<Options>): Promise<Session> {
  const all = { extension: builtFor(kind), ...options };
  const parts = await (kind === "chromium" ? startChromium(all) : startFirefox(all));
  const newPage = async () => {
    const page = await parts.browser.newPage();
    const seen: string[] = [];
    errors.set(page, seen);
    page.on("pageerror", (error) => seen.push(error instanceof Error ? error.message : String(error)));
    await page.bringToFront();
    return page;
  };
  return {
    ...parts,
    async open(address) {
      const page = await newPage();
      await page.goto(address, { waitUntil: "load" });
      return page;
    },
    async openOwn(name) {
      const page = await newPage();
      await parts.goOwn(page, name);
      return page;
    },
    close: () => parts.browser.close(),
  };
}
