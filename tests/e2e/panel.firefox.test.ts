import { expect, it } from "vitest";
import { inBrowsers } from "./in-browsers.ts";
import {
  boxOf,
  click,
  count,
  hits,
  openPanel,
  setPlayer,
  spoken,
  standin,
  texts,
  timeAt,
} from "./panel-driver.ts";

const LEX = "https://www.youtube.com/watch?v=J6XcP4JOHmk";

/** Behaviour of components, in Firefox. Chromium runs the same cases without the extension. */
inBrowsers("panel", (session) => {
  it("shows a paragraph that is longer than the view to its end", async () => {
    const page = await session().open(LEX);
    await openPanel(page);
    const [minutes, seconds] = (await timeAt(page, 81))!.split(":").map(Number);
    await setPlayer(page, minutes! * 60 + seconds! - 2);
    await expect.poll(() => spoken(page)).toBe(80);
    const hidden = async () => {
      const [item, list] = [(await boxOf(page, ".paragraph.active"))!, (await boxOf(page, ".paragraphs"))!];
      return item.y + item.height - (list.y + list.height);
    };
    await expect.poll(hidden).toBeLessThan(1);
    await page.close();
  });

  it("marks the sentence that is spoken inside its paragraph", async () => {
    const page = await session().open("https://www.youtube.com/watch?v=3hYYGiucS0U");
    await openPanel(page);
    await setPlayer(page, 808);
    await expect
      .poll(async () => (await texts(page, ".now")).join())
      .toMatch(/^So then you don't .* covariance matrix\.$/);
    await setPlayer(page, 822);
    await expect.poll(async () => (await texts(page, ".now")).join()).not.toMatch(/^So then/);
    expect(await count(page, ".paragraph.active")).toBe(1);
    await page.close();
  });

  it("finds words in the episode, with count, next and previous around the ends", async () => {
    const page = await session().open(LEX);
    await openPanel(page);
    await click(page, ".find input");
    await page.keyboard.type("commodore");
    await expect.poll(() => texts(page, ".count")).toEqual(["1 of 2"]);
    await expect.poll(() => hits(page, "earmark-hit")).toEqual(["Commodore"]);
    expect(await count(page, ".strip")).toBe(1);
    await page.keyboard.press("Enter");
    await expect.poll(() => texts(page, ".count")).toEqual(["2 of 2"]);
    await page.keyboard.press("Enter");
    await expect.poll(() => texts(page, ".count")).toEqual(["1 of 2, continued from the top"]);
    await page.keyboard.down("Shift");
    await page.keyboard.press("Enter");
    await page.keyboard.up("Shift");
    await expect.poll(() => texts(page, ".count")).toEqual(["2 of 2, continued from the bottom"]);
    await page.keyboard.type(" xyz (.*[\\");
    await expect.poll(() => texts(page, ".count")).toEqual(["Not found"]);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    await expect.poll(() => hits(page, "earmark-hits")).toEqual([]);
    expect(await hits(page, "earmark-hit")).toEqual([]);
    expect((await standin(page)).errors).toEqual([]);
    await page.close();
  });

  it("finds corrected words by what was heard, and phrases over the ends of paragraphs", async () => {
    const page = await session().open(LEX);
    await openPanel(page);
    await click(page, ".find input");
    await page.keyboard.type("in lytic");
    await expect.poll(() => hits(page, "earmark-hit")).toEqual(["Enlitic"]);
    const [first, second] = (await texts(page, ".paragraph .text")).slice(40, 42);
    const end = first!.split(" ").slice(-2).join(" ");
    const start = second!.split(" ").slice(0, 3).join(" ");
    await page.keyboard.down("Control");
    await page.keyboard.press("a");
    await page.keyboard.up("Control");
    await page.keyboard.type(`${end} ${start}`);
    await expect
      .poll(async () => (await hits(page, "earmark-hit")).join(" ").replace(/[.,?]/g, ""))
      .toBe(`${end} ${start}`.replace(/[.,?]/g, ""));
    await page.close();
  });

  it("keeps typing from the page's shortcuts, and leaves them alone elsewhere", async () => {
    const page = await session().open(LEX);
    await openPanel(page);
    await click(page, ".find input");
    await page.keyboard.type("k jl/f c");
    await page.keyboard.press("Escape");
    await page.keyboard.press("ArrowDown");
    expect((await standin(page)).shortcuts).toEqual([]);
    await page.mouse.click(300, 20);
    await page.keyboard.press("k");
    expect((await standin(page)).shortcuts).toContain("keydown:k");
    await page.close();
  });
});
