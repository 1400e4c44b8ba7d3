import { expect, it } from "vitest";
import { inBrowsers } from "./in-browsers.ts";
import { click, openPanel, spoken, timeAt } from "./panel-driver.ts";

const LBS_71 =
  "https://learnbayesstats.com/episode/71-artificial-intelligence-deepmind-social-change-julien-cornebise/";

inBrowsers("players in frames", (session) => {
  it("are followed and controlled by the page's panel, and show no tab of their own", async () => {
    const page = await session().open(LBS_71);
    await openPanel(page);
    const frame = page.frames().find((f) => f.url().includes("captivate"))!;
    await frame.evaluate(() => {
      document.querySelector("audio")!.currentTime = 1000;
    });
    await expect.poll(() => spoken(page)).toBeGreaterThan(10);
    await click(page, '[data-index="3"] .time');
    await expect
      .poll(() => frame.evaluate(() => document.querySelector("audio")!.currentTime))
      .toBeLessThan(400);
    expect(await timeAt(page, 3)).toMatch(/^\d:\d\d$/);
    expect(await frame.evaluate(() => document.querySelectorAll("earmark-panel").length)).toBe(0);
    await page.close();
  });

  it("show a small tab on a page without a panel, which opens the episode's own page at the time", async () => {
    const page = await session().open("https://example.org/blog");
    const frame = page.frames().find((f) => f.url().includes("embed"))!;
    await frame.evaluate(() => {
      document.querySelector("video")!.currentTime = 1000;
    });
    const tab = () =>
      frame.evaluate(() => document.querySelector("earmark-panel")?.shadowRoot?.textContent?.trim() ?? "");
    await expect.poll(tab).toBe("Transcript");
    await frame.evaluate(() =>
      document.querySelector("earmark-panel")!.shadowRoot!.querySelector("button")!.click(),
    );
    const opened = async () =>
      (await session().browser.pages()).find((p) => p.url().includes("watch?v=J6XcP4JOHmk&t=1000s"));
    await expect.poll(async () => (await opened()) !== undefined).toBe(true);
    await page.close();
  });
});
