import { afterAll, beforeAll, describe } from "vitest";
import { startPages } from "../pages/server.ts";
import { start, type Kind, type Session } from "./browsers.ts";

/** Browsers in which the tests run. */
export const KINDS: Kind[] = process.env["BROWSER"]
  ? [process.env["BROWSER"] as Kind]
  : ["chromium", "firefox"];

interface Options {
  dark?: boolean;
  /** Makes the folder of the extension to load, for a browser. */
  extension?: (kind: Kind) => string;
  /** Address of a page to open before the extension is installed. */
  before?: string;
  /** Folder into which files are downloaded. */
  downloads?: (kind: Kind) => string;
}

/** Runs a group of tests in each real browser, with the stand-in pages under the real host names. */
export function inBrowsers(
  name: string,
  tests: (session: () => Session) => void,
  options: Options = {},
): void {
  describe.each(KINDS)(`${name} (%s)`, (kind) => {
    let session: Session | undefined;
    let stopPages: (() => Promise<void>) | undefined;
    beforeAll(async () => {
      const { port, stop } = await startPages();
      stopPages = stop;
      const extension = options.extension?.(kind);
      session = await start(kind, {
        port,
        ...(options.dark && { dark: true }),
        ...(options.before && { before: options.before }),
        ...(extension && { extension }),
        ...(options.downloads && { downloads: options.downloads(kind) }),
      });
    });
    afterAll(async () => {
      await session?.close();
      await stopPages?.();
    });
    tests(() => session!);
  });
}
