import { expect, it } from "vitest";
import { inBrowsers } from "./in-browsers.ts";
import { click, openPanel, playerTime, spoken, standin, texts, timeAt, title } from "./panel-driver.ts";

const PAGES = [
  [
    "https://learnbayesstats.com/episode/71-artificial-intelligence-deepmind-social-change-julien-cornebise/",
    "Artificial Intelligence, Deepmind",
  ],
  [
    "https://player.captivate.fm/episode/5c1c9f48-1ba9-498a-882f-64a065c1ec78",
    "Artificial Intelligence, Deepmind",
  ],
  [
    "https://www.learnbayesstats.com/episode/bayesian-deep-learning-llm-calibration-priors-ai-science-vincent-fortuin",
    "Bayesian Deep Learning & AI",
  ],
  ["https://www.youtube.com/watch?v=3hYYGiucS0U", "Bayesian Deep Learning & AI"],
  ["https://wandb.ai/site/resources/podcast/episodes/jeremy-howard-jan-5-2023", "The Simple but Profound"],
  ["https://m.youtube.com/watch?v=HhGOGuJY1Wk", "The Simple but Profound"],
  ["https://lexfridman.com/jeremy-howard/", "fast.ai Deep Learning"],
  ["https://www.youtube.com/shorts/J6XcP4JOHmk", "fast.ai Deep Learning"],
  ["https://www.youtube.com/live/J6XcP4JOHmk?feature=share", "fast.ai Deep Learning"],
  ["https://www.youtube-nocookie.com/embed/J6XcP4JOHmk", "fast.ai Deep Learning"],
  ["https://youtu.be/J6XcP4JOHmk", "fast.ai Deep Learning"],
  ["https://twimlai.com/talk/8", "Deep Learning: Modular"],
  ["https://music.youtube.com/watch?v=DIVfEMf3dfg", "Deep Learning: Modular"],
] as const;

inBrowsers("pages", (session) => {
  it.each(PAGES)("shows the episode's transcript, follows and jumps: %s", async (address, expected) => {
    const page = await session().open(address);
    await openPanel(page);
    expect(await title(page)).toContain(expected);
    const inFrame = page.frames().length > 1;
    const frame = page.frames().at(-1)!;
    const time = () =>
      inFrame
        ? frame.evaluate(() => document.querySelector<HTMLMediaElement>("video, audio")!.currentTime)
        : playerTime(page);
    await expect.poll(() => timeAt(page, 4)).toMatch(/^\d+:\d\d/);
    await expect.poll(async () => (await texts(page, ".note")).join()).not.toContain("No player");
    await click(page, '[data-index="4"] .time');
    await expect.poll(() => spoken(page)).toBe(4);
    await expect.poll(time).toBeGreaterThan(30);
    expect((await standin(page)).errors).toEqual([]);
    await page.close();
  });

  it("notices a new address on YouTube without an event of the page", async () => {
    const page = await session().open("https://www.youtube.com/watch?v=bbbbbbbbbbb");
    await page.evaluate(() => history.pushState({}, "", "/watch?v=DIVfEMf3dfg"));
    await openPanel(page);
    expect(await title(page)).toContain("Deep Learning: Modular");
    await page.close();
  });

  it("finds an episode and its player on a page that renders late", async () => {
    const page = await session().open("https://twimlai.com/talk/8?late");
    await openPanel(page);
    expect(await title(page)).toContain("Deep Learning: Modular");
    await expect.poll(async () => (await texts(page, ".note")).join()).not.toContain("No player");
    await page.close();
  });
});
