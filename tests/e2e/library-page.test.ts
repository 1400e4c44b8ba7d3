import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { tabCount } from "./extension-driver.ts";
import { inBrowsers } from "./in-browsers.ts";
import { createOwnEpisodes, openLibrary, putOwnEpisodes } from "./library-driver.ts";
import { press, said } from "./quotes-driver.ts";

const SHIPPED_COUNT = 5;
const OWN_COUNT = 300;

const titles = (page: Page) => said(page, ".episode .title");
const focusedTitle = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest(".episode")?.querySelector(".title")?.textContent);
const selectedTitles = (page: Page) => said(page, ".episode.is-selected .title");
const chooseOrder = (page: Page, label: string) =>
  page.evaluate((wanted) => {
    const found = [...document.querySelectorAll<HTMLElement>(".choice label")];
    found.find(({ textContent }) => textContent === wanted)!.click();
  }, label);

/** What the browser has downloaded under a name, once all of it is there. */
async function readDownload(folder: string, name: string): Promise<Buffer> {
  const path = join(folder, name);
  await expect.poll(() => (existsSync(path) ? statSync(path).size : 0)).toBeGreaterThan(0);
  return readFileSync(path);
}

inBrowsers("the library page", (session) => {
  it("lists own episodes, the newest first, then those that ship, and draws only the rows near the view", async () => {
    await putOwnEpisodes(session(), createOwnEpisodes(OWN_COUNT));
    const page = await openLibrary(session());
    await expect.poll(async () => (await titles(page))[0]).toBe("Why bridges sing 300");
    await expect
      .poll(() => said(page, ".amount"))
      .toEqual([expect.stringMatching(/^305 episodes · .* used$/)]);
    expect((await said(page, ".episode .origin"))[0]).toBe(
      "YouTube, captions · exact times · added Jan 13, 2026",
    );
    expect((await titles(page)).length).toBeLessThan(OWN_COUNT);
    await page.focus(".episode .title");
    await page.keyboard.press("End");
    await expect.poll(() => focusedTitle(page)).toMatch(/[A-Z]/);
    await expect
      .poll(async () => (await said(page, ".episode .origin")).at(-1))
      .toMatch(/^Included with Earmark/);
    const position = await page.evaluate(() =>
      document.activeElement?.closest("[role=listitem]")?.getAttribute("aria-posinset"),
    );
    expect(position).toBe(String(OWN_COUNT + SHIPPED_COUNT));
    await page.keyboard.press("Home");
    await expect.poll(() => focusedTitle(page)).toBe("Why bridges sing 300");
    await page.keyboard.press("ArrowUp");
    expect(await page.evaluate(() => document.activeElement?.matches("input[type=search]"))).toBe(true);
    await page.close();
  });

  it("sorts by title and by show, and remembers the order", async () => {
    const page = await openLibrary(session());
    await chooseOrder(page, "By title");
    await expect.poll(async () => (await titles(page))[2]).toBe("Bread without a recipe 3");
    await chooseOrder(page, "By show");
    await expect.poll(async () => (await said(page, ".item h2"))[0]).toBe("Garden Talks 100 episodes");
    await page.close();
    const again = await openLibrary(session());
    await expect.poll(async () => (await said(again, ".item h2"))[0]).toBe("Garden Talks 100 episodes");
    await chooseOrder(again, "Newest first");
    await expect.poll(async () => (await titles(again))[0]).toBe("Why bridges sing 300");
    await again.close();
  });

  it("finds episodes by title and person above the moments in which it was said", async () => {
    const page = await openLibrary(session());
    await page.type("input[type=search]", "bridges 296");
    await expect.poll(() => titles(page)).toEqual(["Why bridges sing 296"]);
    await page.evaluate(() => document.querySelector("input")!.select());
    await page.keyboard.type("learning courses");
    await expect.poll(() => titles(page)).toEqual([expect.stringContaining("fast.ai Deep Learning")]);
    await expect.poll(async () => (await said(page, ".row .snippet")).length).toBeGreaterThan(0);
    await page.close();
  });

  it("selects by keyboard, removes own episodes and brings them back", async () => {
    const page = await openLibrary(session());
    await expect.poll(() => said(page, ".amount")).toEqual([expect.stringMatching(/^305 episodes · /)]);
    await page.focus(".episode .title");
    await page.keyboard.press(" ");
    await page.keyboard.down("Shift");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.up("Shift");
    const selected = ["Why bridges sing 300", "Bread without a recipe 299", "Sharpening a plane 298"];
    await expect.poll(() => selectedTitles(page)).toEqual(selected);
    expect(await said(page, ".selected [role=status]")).toEqual(["3 selected"]);
    await page.keyboard.press("Delete");
    await expect.poll(() => said(page, ".undo")).toEqual(["3 episodes removedUndo"]);
    await expect.poll(async () => (await titles(page))[0]).toBe("Grafting old trees 297");
    await expect.poll(() => said(page, ".selected")).toEqual([]);
    await press(page, ".undo .link");
    await expect.poll(async () => (await titles(page)).slice(0, 3)).toEqual(selected);
    await expect.poll(() => said(page, ".undo")).toEqual([]);
    await page.keyboard.down("Control");
    await page.focus(".episode .title");
    await page.keyboard.press("a");
    await page.keyboard.up("Control");
    await expect.poll(() => said(page, ".selected [role=status]")).toEqual(["305 selected"]);
    await page.keyboard.press("Escape");
    await expect.poll(() => said(page, ".selected")).toEqual([]);
    await page.close();
  });

  it("exports what is selected, own episodes and those that ship", async () => {
    const page = await openLibrary(session());
    await press(page, ".episode input");
    await expect.poll(async () => (await titles(page)).length).toBeGreaterThan(3);
    await page.type("input[type=search]", "learning courses");
    await expect.poll(() => titles(page)).toEqual([expect.stringContaining("fast.ai Deep Learning")]);
    await press(page, ".episode input");
    expect(await said(page, ".selected [role=status]")).toEqual(["2 selected"]);
    await press(page, ".selected .menu-button");
    await press(page, "[data-kind=json]");
    const json = JSON.parse(String(await readDownload(session().downloads, "earmark-transcripts.json"))) as {
      version: number;
      episodes: { id: string; transcript: { paragraphs: { text: string }[] } }[];
    };
    expect(json.version).toBe(1);
    expect(json.episodes.map(({ id }) => id)).toEqual(["youtube:video000299", "lex-fridman-035"]);
    expect(json.episodes[0]!.transcript.paragraphs[0]!.text).toBe("Words of youtube:video000299.");
    await expect.poll(() => said(page, ".said")).toEqual(["2 transcripts exported"]);
    await press(page, ".selected .menu-button");
    await press(page, "[data-kind=markdown]");
    const zip = String(await readDownload(session().downloads, "earmark-transcripts.zip"));
    expect(zip).toContain("The-Long-Table/Why-bridges-sing-300.md");
    expect(zip).toContain("Lex-Fridman-Podcast/fast.ai-Deep-Learning");
    await page.close();
  });

  it("opens an episode in a tab", async () => {
    const page = await openLibrary(session(), "#q=learning+courses");
    await expect.poll(() => titles(page)).toEqual([expect.stringContaining("fast.ai Deep Learning")]);
    const before = await tabCount(session());
    await press(page, ".episode .title");
    await expect.poll(() => tabCount(session())).toBe(before + 1);
    await page.close();
  });
});

inBrowsers("the library page without the reader's database", (session) => {
  it("lists the episodes that ship, and says why others are missing", async () => {
    await session().welcome.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.open("earmark-library", 9);
          request.addEventListener("error", () => reject(request.error!));
          request.addEventListener("success", () => {
            request.result.close();
            resolve();
          });
        }),
    );
    const page = await openLibrary(session());
    await expect
      .poll(() => said(page, ".notice p"))
      .toEqual([expect.stringContaining("newer version of Earmark")]);
    expect(await titles(page)).toHaveLength(SHIPPED_COUNT);
    await page.type("input[type=search]", "hummingbirds");
    await expect.poll(async () => (await said(page, ".row .snippet")).length).toBeGreaterThan(0);
    await page.close();
  });
});
