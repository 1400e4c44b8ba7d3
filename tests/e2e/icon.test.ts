import { expect, it } from "vitest";
import { iconOfNewestTab } from "./extension-driver.ts";
import { inBrowsers } from "./in-browsers.ts";
import { goTo, panelThere } from "./panel-driver.ts";

inBrowsers("icon", (session) => {
  const icon = () => iconOfNewestTab(session());

  it.each([
    [
      "https://www.youtube.com/watch?v=J6XcP4JOHmk",
      "✓",
      "Earmark: transcript of “fast.ai Deep Learning Courses and Research”",
    ],
    [
      "https://www.youtube.com/watch?v=aaaaaaaaaaa",
      "+",
      "Earmark: the transcript of this video can be loaded",
    ],
    [
      "https://learnbayesstats.com/episode/1-another",
      "–",
      "Earmark: no transcript for this page of Learning Bayesian Statistics",
    ],
    [
      "https://twimlai.com/podcast/twimlai/something-else/",
      "–",
      "Earmark: no transcript for this page of The TWIML AI Podcast",
    ],
    ["https://www.youtube.com/", "", "Earmark: this page isn’t in your library"],
    ["https://learnbayesstats.com/", "", "Earmark: this page isn’t in your library"],
    ["https://example.org/blog", "", "Earmark: this page isn’t in your library"],
  ])("shows whether a page has a transcript: %s", async (address, badge, title) => {
    const page = await session().open(address);
    await expect.poll(icon).toEqual({ badge, title });
    await page.close();
  });

  it("changes with the video without a page load", async () => {
    const page = await session().open("https://www.youtube.com/watch?v=J6XcP4JOHmk");
    await panelThere(page);
    await expect.poll(async () => (await icon()).badge).toBe("✓");
    await goTo(page, "/watch?v=aaaaaaaaaaa");
    await expect.poll(async () => (await icon()).badge).toBe("+");
    await goTo(page, "/watch?v=3hYYGiucS0U");
    await expect.poll(async () => (await icon()).badge).toBe("✓");
    await page.close();
  });

  it("comes back with a page that the reader goes back to", async () => {
    const page = await session().open("https://lexfridman.com/jeremy-howard/");
    await expect.poll(async () => (await icon()).badge).toBe("✓");
    await page.goto("https://learnbayesstats.com/");
    await expect.poll(async () => (await icon()).badge).toBe("");
    await page.evaluate(() => history.back());
    await expect.poll(async () => (await icon()).badge).toBe("✓");
    await page.close();
  });
});
