import { join } from "node:path";
import { expect, it } from "vitest";
import { alterExtension, alterJson } from "./altered-extension.ts";
import { inBrowsers } from "./in-browsers.ts";
import { createLongEpisode, readStoredKeys, saveOwnEpisode } from "./own-library-driver.ts";
import { texts } from "./panel-driver.ts";
import { openList, openToQuote, saveParagraph } from "./quotes-driver.ts";

/** The built extension without unlimited storage, so that the browser lets the tests limit its quota. */
const limited = alterExtension((folder) =>
  alterJson<{ permissions: string[] }>(join(folder, "manifest.json"), (manifest) => ({
    ...manifest,
    permissions: manifest.permissions.filter((name) => name !== "unlimitedStorage"),
  })),
);

inBrowsers(
  "a full disk",
  (session) => {
    it("is reported, and nothing is half-written", async () => {
      const { welcome } = session();
      const page = await openToQuote(session(), "https://www.youtube.com/watch?v=J6XcP4JOHmk");
      // Node knows no origin of an extension.
      const origin = welcome.url().replace(/\/[^/]*$/, "");
      const cdp = await welcome.createCDPSession();
      await cdp.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });
      await saveParagraph(page, 12);
      await expect.poll(() => texts(page, ".said")).toEqual(["The disk is full. Nothing was saved."]);
      const list = await openList(session(), 0);
      await list.close();
      await cdp.send("Storage.overrideQuotaForOrigin", { origin });
      await page.keyboard.press("s");
      await expect.poll(() => texts(page, ".said")).toEqual(["Quote saved"]);
    });
  },
  { extension: limited },
);

inBrowsers(
  "a full disk and the reader's own library",
  (session) => {
    it("are reported when an episode is added, and nothing of it is stored", async () => {
      const { welcome } = session();
      const episode = createLongEpisode("aaaaaaaaaaa", "2026-11-27T10:00:00.000Z");
      const origin = welcome.url().replace(/\/[^/]*$/, "");
      const cdp = await welcome.createCDPSession();
      // Chromium 156 grants space ahead of its use, so the limit holds in a browser that has stored nothing yet.
      await cdp.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });
      expect(await saveOwnEpisode(session(), episode)).toEqual({ ok: false, reason: "disk-full" });
      expect(await readStoredKeys(session())).toEqual({
        episodes: [],
        segmentData: [],
        segments: [],
        texts: [],
      });
      await cdp.send("Storage.overrideQuotaForOrigin", { origin });
      expect(await saveOwnEpisode(session(), episode)).toEqual({ ok: true, value: null });
    });
  },
  { extension: limited, fresh: true },
);
