import { rmSync } from "node:fs";
import { afterAll, afterEach, beforeAll, describe, expect } from "vitest";
import { builtFor, errorsOf, type Kind, type Session } from "./browsers.ts";
import { launchSession, takeSharedSession } from "./shared-session.ts";

/** Browser in which this run of the tests takes place. */
export const KIND = (process.env["BROWSER"] ?? "chromium") as Kind;

interface Options {
  dark?: boolean;
  /** Makes the folder of the extension to load, for a browser. */
  extension?: (kind: Kind) => string;
  /** Starts a browser for this group alone: it was just installed, and what the group changes goes with it. */
  fresh?: boolean;
  /** Address of a page to open before the extension is installed, in a fresh browser. */
  before?: string;
}

/**
 * Defines a group of tests in a real browser, with the stand-in pages under the real host names. The groups share one
 * browser, which each of them gets without any data of the others. Pages are closed after each test.
 */
export function inBrowsers(
  name: string,
  tests: (session: () => Session) => void,
  { dark = false, extension, fresh = false, before }: Options = {},
): void {
  describe(`${name} (${KIND})`, () => {
    let session: Session | undefined;
    let folder = "";
    beforeAll(async () => {
      folder = extension?.(KIND) ?? builtFor(KIND);
      session = fresh
        ? await launchSession(KIND, { extension: folder, ...(before && { before }) })
        : await takeSharedSession(KIND, folder);
      await session.setDark(dark);
    });
    afterEach(async () => {
      const pages = (await session?.closePages()) ?? [];
      expect(pages.flatMap(errorsOf), "uncaught errors").toEqual([]);
    });
    afterAll(async () => {
      if (fresh) await session?.close();
      if (extension && folder) rmSync(folder, { recursive: true, force: true });
    });
    tests(() => session!);
  });
}
