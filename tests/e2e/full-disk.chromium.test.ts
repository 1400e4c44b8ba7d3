import { join } from "node:path";
import { expect, it } from "vitest";
import { alterExtension, alterJson } from "./altered-extension.ts";
import { inBrowsers } from "./in-browsers.ts";
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
