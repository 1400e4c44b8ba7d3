import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { withShortTranscripts } from "./altered-extension.ts";
import { inBrowsers } from "./in-browsers.ts";
import { openOptions } from "./options-driver.ts";
import { openList, press as pressOn } from "./quotes-driver.ts";
import { clearStorage } from "./extension-driver.ts";
import { click, count, hits, openPanel, panelThere, press, standin, texts } from "./panel-driver.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds wrong inside an element of a page, as rule and place. */
async function violations(page: Page, selector: string): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async (within) => {
    interface Axe {
      run(root: Element): Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }>;
    }
    const { axe } = window as unknown as { axe: Axe };
    const { violations: found } = await axe.run(document.querySelector(within)!);
    return found.map(({ id, nodes }) => `${id} ${JSON.stringify(nodes[0]?.target)}`);
  }, selector);
}

for (const dark of [false, true])
  inBrowsers(
    `axe, ${dark ? "dark" : "light"}`,
    (session) => {
      it("finds nothing in the panel: closed, open, searching", async () => {
        const page = await session().open("https://lexfridman.com/jeremy-howard/");
        await panelThere(page);
        expect(await violations(page, "earmark-panel")).toEqual([]);
        await openPanel(page);
        expect(await violations(page, "earmark-panel")).toEqual([]);
        await click(page, ".find input");
        await page.keyboard.type("learning");
        await expect.poll(() => hits(page, "earmark-hit")).toEqual(["learning"]);
        expect(await violations(page, "earmark-panel")).toEqual([]);
        await page.keyboard.press("Escape");
        await press(page, ".paragraphs", "?");
        await expect.poll(() => count(page, ".keys")).toBe(1);
        expect(await violations(page, "earmark-panel")).toEqual([]);
        await page.keyboard.press("Escape");
        await click(page, '.menu-button[aria-label="Text settings"]');
        await expect.poll(() => count(page, ".items:popover-open .reading")).toBe(1);
        expect(await violations(page, "earmark-panel")).toEqual([]);
        await page.keyboard.press("Escape");
        await press(page, "[data-index='3'] .time", "ArrowDown");
        await page.keyboard.down("Shift");
        await page.keyboard.press("ArrowDown");
        await page.keyboard.up("Shift");
        await click(page, ".quote-bar .menu-button");
        await expect.poll(() => count(page, ".quote-bar .items:popover-open")).toBe(1);
        expect(await violations(page, "earmark-panel")).toEqual([]);
        await page.keyboard.press("Escape");
        await page.keyboard.press("Escape");
        await click(page, ".corrected[role=button]");
        await expect.poll(() => count(page, ".card.pinned")).toBe(1);
        expect(await violations(page, "earmark-panel")).toEqual([]);
        expect(
          await page.evaluate(() => document.querySelector("earmark-panel")!.getAttribute("data-theme")),
        ).toBe(dark ? "dark" : "light");
        await page.close();
      });

      it("finds nothing in the outline, and in sepia", async () => {
        const page = await session().open("https://www.youtube.com/watch?v=3hYYGiucS0U");
        await openPanel(page);
        await click(page, "[aria-label=Chapters]");
        await expect.poll(() => count(page, ".outline")).toBe(1);
        expect(await violations(page, "earmark-panel")).toEqual([]);
        await page.keyboard.press("Escape");
        await click(page, '.menu-button[aria-label="Text settings"]');
        await click(page, ".reading fieldset:nth-of-type(1) label:nth-of-type(3)");
        await page.keyboard.press("Escape");
        await expect
          .poll(() =>
            page.evaluate(() => document.querySelector("earmark-panel")!.getAttribute("data-theme")),
          )
          .toBe("sepia");
        expect(await violations(page, "earmark-panel")).toEqual([]);
        await page.close();
        await clearStorage(session());
      });

      it("finds nothing in the popup, the welcome page and the options", async () => {
        const popup = await session().openOwn("popup.html");
        expect(await violations(popup, "html")).toEqual([]);
        await popup.type("input", "deep learning");
        await expect
          .poll(() => popup.evaluate(() => document.querySelectorAll("mark").length))
          .toBeGreaterThan(5);
        expect(await violations(popup, "html")).toEqual([]);
        await popup.close();
        expect(await violations(session().welcome, "html")).toEqual([]);
        const library = await session().openOwn("library.html#q=learning");
        await expect
          .poll(() => library.evaluate(() => document.querySelectorAll("mark").length))
          .toBeGreaterThan(5);
        expect(await violations(library, "html")).toEqual([]);
        await pressOn(library, ".episode input");
        await library.waitForSelector(".selected");
        expect(await violations(library, "html")).toEqual([]);
        await library.close();
        const options = await openOptions(session());
        expect(await violations(options, "html")).toEqual([]);
        await options.close();
        const page = await session().open("https://www.youtube.com/watch?v=J6XcP4JOHmk");
        await openPanel(page);
        await press(page, "[data-index='3'] .time", "s");
        await expect.poll(() => count(page, ".is-saved")).toBeGreaterThan(0);
        await page.close();
        const quotes = await openList(session(), 1);
        expect(await violations(quotes, "html")).toEqual([]);
        await pressOn(quotes, ".edit");
        await pressOn(quotes, ".transfer .menu-button");
        await quotes.waitForSelector("textarea");
        expect(await violations(quotes, "html")).toEqual([]);
        await quotes.close();
      });
    },
    { dark, extension: withShortTranscripts },
  );

inBrowsers("axe, a whole transcript", (session) => {
  it("finds nothing in the open panel", async () => {
    const page = await session().open("https://lexfridman.com/jeremy-howard/");
    await openPanel(page);
    expect(await violations(page, "earmark-panel")).toEqual([]);
  });
});

inBrowsers("by keyboard alone", (session) => {
  it("the panel opens, searches, jumps and closes, and focus comes back to its tab", async () => {
    const page = await session().open("https://www.youtube.com/watch?v=J6XcP4JOHmk");
    await panelThere(page);
    const focus = () =>
      page.evaluate(
        () => document.querySelector("earmark-panel")?.shadowRoot?.activeElement?.className ?? "",
      );
    for (let i = 0; i < 20 && (await focus()) !== "tab"; i++) await page.keyboard.press("Tab");
    expect(await focus()).toBe("tab");
    await page.keyboard.press("Enter");
    await expect.poll(() => count(page, ".paragraph")).toBeGreaterThan(3);
    await expect.poll(focus).toContain("close");
    await page.keyboard.press("/");
    await page.keyboard.type("commodore");
    await expect.poll(() => texts(page, ".count")).toEqual(["1 of 2"]);
    await page.keyboard.press("Escape");
    await expect.poll(focus).toBe("time");
    await page.keyboard.press("Enter");
    await expect
      .poll(() =>
        page.evaluate(() => document.querySelector<HTMLVideoElement>("#movie_player video")!.currentTime),
      )
      .toBeGreaterThan(10);
    await page.keyboard.press("Escape");
    await expect.poll(focus).toBe("tab");
    // Focus moved in and out of the panel between a key going down and coming up.
    const leaked = (await standin(page)).shortcuts.filter((key) => !/:(?:Tab)$/.test(key));
    expect(leaked).toEqual([]);
    await page.close();
  });
});
