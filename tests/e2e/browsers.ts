import { join } from "node:path";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { needBrowser } from "../../scripts/browsers.mjs";

export type Kind = "chromium" | "firefox";

/** A real browser with the built extension in it, on the stand-in pages. */
export interface Session {
  kind: Kind;
  browser: Browser;
  /** A new tab at an address; waits until it has loaded. */
  open(address: string): Promise<Page>;
  /** One of the extension's own pages, in a tab. */
  openOwn(name: string): Promise<Page>;
  /** The page that opened by itself after the install; from it the extension's own interfaces can be asked. */
  welcome: Page;
  close(): Promise<void>;
}

interface Options {
  /** Port of the stand-in pages; without it the browser goes to the real web. */
  port?: number | undefined;
  headless?: boolean;
  dark?: boolean;
  /** Folder of the built extension; the usual one when absent. */
  extension?: string;
}

/** Folder into which the extension is built for a browser. */
export const builtFor = (kind: Kind): string =>
  join(ROOT, kind === "chromium" ? ".output/chrome-mv3" : ".output/firefox-mv3");

const ROOT = join(import.meta.dirname, "../..");
const FIREFOX_ID = "{6f3a1c52-7d0e-4b1f-9a54-2c1d8e40b7aa}";
const FIREFOX_UUID = "5d8f7e4c-2b1a-4c3d-9e8f-7a6b5c4d3e2f";

/** Starts a browser with the extension. */
export function start(kind: Kind, options: Options): Promise<Session> {
  return kind === "chromium" ? startChromium(options) : startFirefox(options);
}

async function startChromium({
  port,
  headless = true,
  dark,
  extension = builtFor("chromium"),
}: Options): Promise<Session> {
  const browser = await puppeteer.launch({
    executablePath: needBrowser("chromium"),
    headless,
    pipe: true,
    enableExtensions: [extension],
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
  const worker = await browser.waitForTarget((target) => target.type() === "service_worker", {
    timeout: 20_000,
  });
  const own = `chrome-extension://${new URL(worker.url()).host}`;
  const welcomed = await browser.waitForTarget((target) => target.url() === `${own}/welcome.html`);
  const welcome = (await welcomed.page())!;
  return session({ kind: "chromium", browser, welcome }, async (page, name) => {
    await page.goto(`${own}/${name}`);
  });
}

async function startFirefox({
  port,
  headless = true,
  dark,
  extension = builtFor("firefox"),
}: Options): Promise<Session> {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: needBrowser("firefox"),
    headless,
    acceptInsecureCerts: port !== undefined,
    defaultViewport: headless ? { width: 1280, height: 900 } : null,
    args: ["--remote-allow-system-access"],
    extraPrefsFirefox: {
      ...(port && { "network.dns.forceResolve": "127.0.0.1", "network.socket.forcePort": `443=${port}` }),
      "extensions.webextensions.uuids": JSON.stringify({ [FIREFOX_ID]: FIREFOX_UUID }),
      "media.autoplay.default": 0,
      "dom.events.testing.asyncClipboard": true,
      "layout.css.prefers-color-scheme.content-override": dark ? 0 : 1,
    },
  });
  await browser.installExtension(extension);
  const openOwn = async (page: Page, name: string) => {
    // Firefox never reports such a page as loaded, though it is (seen in 153).
    await page.goto(`moz-extension://${FIREFOX_UUID}/${name}`, { timeout: 1500 }).catch(() => null);
    await page.waitForSelector("main");
  };
  const welcome = await browser.newPage();
  await openOwn(welcome, "welcome.html");
  return session({ kind: "firefox", browser, welcome }, openOwn);
}

function session(
  parts: Pick<Session, "kind" | "browser" | "welcome">,
  goOwn: (page: Page, name: string) => Promise<void>,
): Session {
  const newPage = async () => {
    const page = await parts.browser.newPage();
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
      await goOwn(page, name);
      return page;
    },
    close: () => parts.browser.close(),
  };
}
