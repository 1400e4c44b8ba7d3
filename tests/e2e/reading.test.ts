import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { clearStorage, readSettings } from "./extension-driver.ts";
import { inBrowsers } from "./in-browsers.ts";
import {
  attribute,
  boxOf,
  click,
  count,
  openPanel,
  playerTime,
  press,
  spoken,
  standin,
} from "./panel-driver.ts";

const EPISODE = "https://www.youtube.com/watch?v=3hYYGiucS0U";

/** Ends the following by hand, and waits until the list has come to rest. */
async function scrollByHand(page: Page): Promise<void> {
  const { x, y } = (await boxOf(page, ".paragraphs"))!;
  await page.mouse.move(x + 150, y + 60);
  await page.mouse.wheel({ deltaY: 5 });
  await atRest(page);
}
async function atRest(page: Page): Promise<void> {
  let last = -1;
  const isSame = async () => {
    const before = last;
    last = await page.evaluate(
      () => document.querySelector("earmark-panel")!.shadowRoot!.querySelector(".paragraphs")!.scrollTop,
    );
    return last === before;
  };
  await expect.poll(isSame, { interval: 200 }).toBe(true);
}
/** Runs in the page: where some words of a paragraph stand, as the middle of their first letters. */
const placeOf = (page: Page, index: number, words: string) =>
  page.evaluate(
    (at, wanted) => {
      const text = document
        .querySelector("earmark-panel")!
        .shadowRoot!.querySelector(`[data-index="${at}"] .text`)!;
      text.scrollIntoView({ block: "center", behavior: "instant" });
      const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const start = node.textContent!.indexOf(wanted);
        if (start < 0) continue;
        const range = document.createRange();
        range.setStart(node, start);
        range.setEnd(node, start + 3);
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      }
      return null;
    },
    index,
    words,
  );
const style = (page: Page, selector: string, name: string) =>
  page.evaluate(
    (inner, property) =>
      getComputedStyle(
        document.querySelector("earmark-panel")!.shadowRoot!.querySelector(inner)!,
      ).getPropertyValue(property),
    selector,
    name,
  );

inBrowsers("reading", (session) => {
  it("jumps to the word that is clicked, shows its time, and leaves selections alone", async () => {
    const page = await session().open(EPISODE);
    await openPanel(page);
    await click(page, '[data-index="31"] .time');
    await expect.poll(() => spoken(page)).toBe(31);
    const start = await playerTime(page);
    // Following has ended by then, or the text would move away from the pointer.
    await scrollByHand(page);
    await placeOf(page, 31, "covariance");
    await atRest(page);
    const late = (await placeOf(page, 31, "covariance"))!;
    await page.mouse.move(late.x, late.y);
    await expect.poll(() => attribute(page, '[data-index="31"] .time', "data-hover")).toMatch(/^13:\d\d$/);
    await page.mouse.click(late.x, late.y);
    await expect.poll(() => playerTime(page)).toBeGreaterThan(start + 5);
    const there = await playerTime(page);
    expect(there).toBeLessThan(start + 40);
    await scrollByHand(page);
    await placeOf(page, 31, "distribution");
    await atRest(page);
    const from = (await placeOf(page, 31, "distribution"))!;
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 60, from.y, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => count(page, ".quote-bar")).toBe(1);
    expect(await playerTime(page)).toBe(there);
    await page.close();
  });

  it("uses the reader's text settings on every page, and on the next visit", async () => {
    await clearStorage(session());
    const page = await session().open(EPISODE);
    await openPanel(page);
    const theme = (of: Page) =>
      of.evaluate(() => document.querySelector("earmark-panel")!.getAttribute("data-theme"));
    expect([await theme(page), await style(page, ".text", "font-size")]).toEqual(["light", "15px"]);
    await click(page, '.menu-button[aria-label="Text settings"]');
    await click(page, ".reading .size:last-child");
    await expect.poll(() => style(page, ".text", "font-size")).toBe("16px");
    await click(page, ".reading fieldset:nth-of-type(1) label:nth-of-type(3)");
    await expect.poll(() => theme(page)).toBe("sepia");
    await click(page, ".reading fieldset:nth-of-type(2) label:nth-of-type(2)");
    await expect.poll(() => style(page, ".text", "font-family")).toContain("serif");
    await expect.poll(() => readSettings(session())).toContain('"face":"serif"');
    await page.close();
    const again = await session().open("https://lexfridman.com/jeremy-howard/");
    await openPanel(again);
    await expect.poll(() => theme(again)).toBe("sepia");
    expect(await style(again, ".text", "font-size")).toBe("16px");
    await again.close();
    await clearStorage(session());
  });

  it("is as wide as the reader makes it, by mouse and by keyboard", async () => {
    await clearStorage(session());
    const page = await session().open("https://lexfridman.com/jeremy-howard/");
    await page.setViewport({ width: 1200, height: 800 });
    await openPanel(page);
    const width = async () => Math.round((await boxOf(page, ".panel"))!.width);
    expect(await width()).toBe(400);
    await press(page, ".edge", "ArrowLeft");
    await expect.poll(width).toBe(420);
    const edge = (await boxOf(page, ".edge"))!;
    await page.mouse.move(edge.x + 4, 300);
    await page.mouse.down();
    await page.mouse.move(edge.x + 4 - 80, 300, { steps: 4 });
    await page.mouse.up();
    await expect.poll(width).toBe(500);
    await expect.poll(() => readSettings(session())).toContain(":500");
    await page.close();
    const again = await session().open("https://lexfridman.com/jeremy-howard/");
    await openPanel(again);
    await expect.poll(async () => Math.round((await boxOf(again, ".panel"))!.width)).toBe(500);
    expect((await standin(again)).errors).toEqual([]);
    await again.close();
    await clearStorage(session());
  });
});
