import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { alterExtension, alterJson } from "./altered-extension.ts";
import { inBrowsers } from "./in-browsers.ts";
import { attribute, openPanel, panelThere, press, texts } from "./panel-driver.ts";

/** The built extension without English: the browser falls back to the language that remains. */
const onlyGerman = alterExtension((folder) => {
  rmSync(join(folder, "_locales/en"), { recursive: true });
  alterJson(join(folder, "manifest.json"), (manifest) => ({ ...manifest, default_locale: "de" }));
});

inBrowsers(
  "in German",
  (session) => {
    it("panel, popup and welcome page speak it, numbers and times as well", async () => {
      const page = await session().open("https://www.youtube.com/watch?v=J6XcP4JOHmk");
      await panelThere(page);
      expect(await texts(page, ".tab")).toEqual(["Transkript"]);
      await openPanel(page);
      expect(await attribute(page, '[data-index="4"] .time', "aria-label")).toMatch(
        /^Zu \d Minuten? \d+ Sekunden? springen$/,
      );
      await press(page, '[data-index="4"] .time', "?");
      await expect.poll(async () => (await texts(page, ".keys dd")).join()).toContain("Absatz");
      await page.close();
      const popup = await session().openOwn("popup.html");
      await popup.type("input", "hummingbirds");
      const said = () => popup.evaluate(() => document.querySelector(".count")?.textContent ?? "");
      await expect.poll(said).toMatch(/^\d Treffer$/);
      await popup.close();
      const library = await session().openOwn("library.html");
      await library.waitForSelector(".episode input");
      const textOf = (selector: string) =>
        library.evaluate((wanted) => document.querySelector(wanted)?.textContent, selector);
      expect(await textOf("h1")).toBe("Bibliothek");
      await expect.poll(() => textOf(".amount")).toMatch(/^5 Folgen · deine belegen 0 Byte · .* belegt$/);
      await library.click(".episode input");
      await expect.poll(() => textOf(".selected [role=status]")).toBe("1 ausgewählt");
      await library.close();
      const headings = () =>
        session().welcome.evaluate(() => [...document.querySelectorAll("h1, h2")].map((h) => h.textContent));
      expect(await headings()).toEqual([
        "Willkommen bei Earmark",
        "Probiere es mit einer dieser Folgen aus",
        "Was Earmark sehen kann",
      ]);
    });
  },
  { extension: onlyGerman },
);
