import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { alterExtension } from "./altered-extension.ts";
import { inBrowsers } from "./in-browsers.ts";
import { click, count, openPanel, panelThere, standin, texts } from "./panel-driver.ts";

/** The built extension with damage in its library. */
const damageLibrary = (damage: (library: string) => void) =>
  alterExtension((folder) => damage(join(folder, "library")));

inBrowsers(
  "a library with a missing and a broken transcript and a broken index",
  (session) => {
    it.each([
      [
        "https://www.youtube.com/watch?v=J6XcP4JOHmk",
        "A file in Earmark’s library is missing. Reinstall Earmark to restore it.",
      ],
      [
        "https://www.youtube.com/watch?v=3hYYGiucS0U",
        "A file in Earmark’s library is damaged. Reinstall Earmark to repair it.",
      ],
    ])("is reported in the panel: %s", async (address, sentence) => {
      const page = await session().open(address);
      await panelThere(page);
      if (await count(page, ".tab")) await click(page, ".tab");
      await expect.poll(() => texts(page, ".notice p")).toEqual([sentence]);
      await click(page, ".notice button");
      await expect.poll(() => texts(page, ".notice p")).toEqual([sentence]);
      expect((await standin(page)).errors).toEqual([]);
      await page.close();
    });

    it("does no harm to the other episodes", async () => {
      const page = await session().open("https://www.youtube.com/watch?v=DIVfEMf3dfg");
      await openPanel(page);
      await page.close();
    });

    it("is repaired in the popup: the index is rebuilt from the readable transcripts", async () => {
      const popup = await session().openOwn("popup.html");
      await popup.type("input", "modular in theory");
      await expect.poll(() => found(popup)).toContain("twiml-008");
      expect(await popup.evaluate(() => document.querySelectorAll(".notice").length)).toBe(0);
      await expect.poll(() => keptIndex(popup)).toMatch(/^[\d.]+ \d+ \d+$/);
      await popup.close();
    });

    it("uses the rebuilt index from then on", async () => {
      const popup = await session().openOwn("popup.html");
      const before = await keptIndex(popup);
      await popup.type("input", "modular in theory");
      await expect.poll(() => found(popup)).toContain("twiml-008");
      expect(await keptIndex(popup)).toBe(before);
      await popup.close();
    });
  },
  {
    extension: damageLibrary((library) => {
      rmSync(join(library, "lex-fridman-035.json"));
      writeFileSync(join(library, "lbs-129.json"), '{"paragraphs": [{"text": "br');
      writeFileSync(join(library, "search.bin"), "{}");
    }),
  },
);

/** Episodes of the popup's rows. */
const found = (popup: Page) =>
  popup.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(".row[data-episode]")].map((row) => row.dataset["episode"]),
  );

/** Stamp of the index that is kept in the browser. */
const keptIndex = (popup: Page) =>
  popup.evaluate(async () => {
    const known = await indexedDB.databases();
    if (!known.some(({ name }) => name === "earmark-indexes")) return "";
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => reject(request.error!));
      });
    const db = await asked(indexedDB.open("earmark-indexes"));
    const all = (await asked(db.transaction("indexes").objectStore("indexes").getAll())) as {
      stamp: string;
    }[];
    db.close();
    return all[0]?.stamp ?? "";
  });

inBrowsers(
  "an index with damaged texts",
  (session) => {
    it("is rebuilt as soon as the damage shows", async () => {
      const popup = await session().openOwn("popup.html");
      await popup.type("input", "hummingbirds");
      await expect.poll(() => found(popup)).not.toEqual([]);
      await popup.close();
    });
  },
  {
    extension: damageLibrary((library) => {
      const bytes = readFileSync(join(library, "search.bin"));
      writeFileSync(join(library, "search.bin"), bytes.fill(1, bytes.length - 300_000));
    }),
  },
);

inBrowsers(
  "an unreadable library",
  (session) => {
    it("is reported in the popup", async () => {
      const popup = await session().openOwn("popup.html");
      await expect
        .poll(() => popup.evaluate(() => document.querySelector(".notice p")?.textContent ?? ""))
        .toBe("A file in Earmark’s library is missing. Reinstall Earmark to restore it.");
      await popup.close();
    });
  },
  { extension: damageLibrary((library) => rmSync(library, { recursive: true })) },
);
