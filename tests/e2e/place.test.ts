import { expect, it } from "vitest";
import { clearStorage, readSettings } from "./extension-driver.ts";
import { inBrowsers } from "./in-browsers.ts";
import { choose, hostAttribute, openOptions } from "./options-driver.ts";
import { boxOf, click, openPanel, texts } from "./panel-driver.ts";

const LEX = "https://www.youtube.com/watch?v=J6XcP4JOHmk";
const SHOW_PAGE = "https://lexfridman.com/jeremy-howard/";

inBrowsers("place", (session) => {
  it("is in the side column, and under the player when the column collapses", async () => {
    const page = await session().open(LEX);
    await openPanel(page);
    const place = () =>
      page.evaluate(() => document.querySelector("earmark-panel")?.getAttribute("data-place"));
    expect(await place()).toBe("column");
    expect(
      await page.evaluate(() => document.querySelector("earmark-panel")?.closest("[hidden]") === null),
    ).toBe(true);
    await page.evaluate(() =>
      document.querySelector("ytd-watch-flexy:not([hidden])")!.setAttribute("theater", ""),
    );
    await expect.poll(place).toBe("column");
    await page.setViewport({ width: 800, height: 700 });
    // In a window without a side column it stands under the player, never over it.
    const below = () => page.evaluate(() => document.querySelector("earmark-panel")!.parentElement!.id);
    await expect.poll(below).toBe("below");
    const player = await page.evaluate(() => {
      const { bottom } = document.querySelector("#movie_player video")!.getBoundingClientRect();
      return bottom;
    });
    expect((await boxOf(page, ".panel"))!.y).toBeGreaterThanOrEqual(player);
    // What the reader was doing goes on: where the list stood, and typing.
    await click(page, ".find input");
    const list = (await boxOf(page, ".paragraphs"))!;
    await page.mouse.move(list.x + 100, list.y + 100);
    await page.mouse.wheel({ deltaY: 5000 });
    await expect.poll(() => texts(page, ".pill")).toEqual(["Follow"]);
    await page.keyboard.type("xyz");
    await page.setViewport({ width: 1280, height: 900 });
    await expect.poll(below).toBe("secondary-inner");
    await page.keyboard.type("zy");
    const kept = () =>
      page.evaluate(() => {
        const root = document.querySelector("earmark-panel")!.shadowRoot!;
        return [
          root.querySelector<HTMLInputElement>(".find input")!.value,
          root.querySelector(".paragraphs")!.scrollTop > 4000,
        ];
      });
    await expect.poll(kept).toEqual(["xyzzy", true]);
    await page.close();
  });

  it("pushes a page aside only where the reader asks for it, and gives back what was pushed", async () => {
    await clearStorage(session());
    const page = await session().open(SHOW_PAGE);
    await openPanel(page);
    const margin = () => page.evaluate(() => document.documentElement.style.marginInlineEnd);
    expect(await margin()).toBe("");
    const options = await openOptions(session());
    await choose(options, "Make room for the docked panel instead of covering the page");
    await page.bringToFront();
    await expect.poll(margin).toBe("400px");
    await click(page, ".close");
    await expect.poll(margin).toBe("");
    await page.close();
    await options.close();
  });

  it("shows the panel over what fills the screen only where the reader asks for it", async () => {
    await clearStorage(session());
    const page = await session().open(LEX);
    await openPanel(page);
    const full = (on: boolean) =>
      page.evaluate(async (enter) => {
        if (enter) await document.querySelector("#movie_player")!.requestFullscreen();
        else await document.exitFullscreen();
      }, on);
    await page.mouse.click(300, 300);
    await full(true);
    await expect.poll(() => hostAttribute(page, "data-hidden")).toBe("");
    await full(false);
    await expect.poll(() => hostAttribute(page, "data-hidden")).toBe(null);
    const options = await openOptions(session());
    await choose(options, "Show the panel over the video");
    await expect.poll(() => readSettings(session())).toContain('"fullscreen":"over"');
    await options.close();
    await page.bringToFront();
    await page.mouse.click(300, 300);
    await full(true);
    await expect
      .poll(() => page.evaluate(() => document.querySelector("earmark-panel")!.parentElement!.id))
      .toBe("movie_player");
    expect((await boxOf(page, ".panel"))!.width).toBeGreaterThan(100);
    await full(false);
    await expect.poll(() => hostAttribute(page, "data-place")).toBe("column");
    await page.close();
  });
});

inBrowsers("over Shorts", (session) => {
  it("floats, and leaves most of the page free", async () => {
    await clearStorage(session());
    const page = await session().open("https://www.youtube.com/shorts/J6XcP4JOHmk");
    await openPanel(page);
    expect(await hostAttribute(page, "data-place")).toBe("float");
    const { x, y, width, height } = (await boxOf(page, ".panel"))!;
    expect([x + width, y + height]).toEqual([1280 - 16, 900 - 16]);
    expect(y).toBeGreaterThan(300);
    await page.close();
  });
});
