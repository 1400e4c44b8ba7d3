import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { parseTime } from "../../utils/transcript/model/clock-time.ts";
import { clearStorage, readSettings } from "./extension-driver.ts";
import { inBrowsers } from "./in-browsers.ts";
import {
  attribute,
  click,
  openPanel,
  playerTime,
  press,
  setPlayer,
  spoken,
  standin,
  texts,
  timeAt,
} from "./panel-driver.ts";

const EXACT = "https://www.youtube.com/watch?v=3hYYGiucS0U";
const ESTIMATED = "https://www.youtube.com/watch?v=HhGOGuJY1Wk";
const SHOW =
  "https://learnbayesstats.com/episode/bayesian-deep-learning-llm-calibration-priors-ai-science-vincent-fortuin";
const TWIML = "twimlai.com/podcast/twimlai/deep-learning-modular-theory-inflexible-practice-diogo-almeida";

const secondsAt = async (page: Page, index: number) => parseTime((await timeAt(page, index)) ?? "") ?? -1;
/** Whether a time is drawn as approximate, with "~". */
const isApproximate = async (page: Page, index: number) =>
  (await attribute(page, `[data-index="${index}"] .time`, "data-approximate")) !== null;

inBrowsers("times", (session) => {
  it("from chapters are shown as approximate, and a jump lands a little early", async () => {
    const page = await session().open(ESTIMATED);
    await openPanel(page);
    expect(await texts(page, ".note")).toEqual(["Times are approximate."]);
    expect([await timeAt(page, 31), await isApproximate(page, 31)]).toEqual(["14:40", true]);
    await click(page, '[data-index="31"] .time');
    await expect.poll(() => playerTime(page)).toBeCloseTo(878, 0);
    await page.close();
  });

  it("are shifted by one sync point, adjusted by two, for this site alone, and reset", async () => {
    await clearStorage(session());
    const page = await session().open(EXACT);
    await openPanel(page);
    const [before, later] = [await secondsAt(page, 20), await secondsAt(page, 60)];
    expect(await isApproximate(page, 20)).toBe(false);
    await setPlayer(page, before + 90.5);
    await expect.poll(() => playerTime(page)).toBeGreaterThan(before + 90);
    await click(page, '[data-index="20"] .is-now');
    await expect.poll(() => secondsAt(page, 20)).toBe(before + 90);
    expect((await texts(page, ".note")).join()).toContain("Times shifted by +1:3");
    expect([await secondsAt(page, 60), await isApproximate(page, 60)]).toEqual([later + 90, true]);
    await expect.poll(() => spoken(page)).toBe(20);

    await setPlayer(page, later + 120.5);
    await expect.poll(() => playerTime(page)).toBeGreaterThan(later + 120);
    await press(page, '[data-index="60"] .time', "n");
    await expect.poll(() => secondsAt(page, 60)).toBe(later + 120);
    expect(await secondsAt(page, 20)).toBe(before + 90);
    expect((await texts(page, ".note")).join()).toContain("Times adjusted to 2 lines on this site.");
    await expect.poll(() => readSettings(session())).toMatch(/"here":[^]*"here":/);
    await page.close();

    const again = await session().open(EXACT);
    await openPanel(again);
    await expect.poll(() => secondsAt(again, 60)).toBe(later + 120);
    await click(again, '[data-index="60"] .time');
    await expect.poll(() => playerTime(again)).toBeCloseTo(later + 120.5, 0);
    await click(again, ".note .link");
    await expect.poll(() => secondsAt(again, 60)).toBe(later + 90);
    const show = await session().open(SHOW);
    await openPanel(show);
    expect([await secondsAt(show, 20), await isApproximate(show, 20)]).toEqual([before, false]);
    await show.close();
    await again.bringToFront();
    await click(again, ".note .link");
    await expect.poll(() => secondsAt(again, 20)).toBe(before);
    expect([await isApproximate(again, 20), await texts(again, ".note")]).toEqual([false, []]);
    expect((await standin(again)).errors).toEqual([]);
    await again.close();
  });

  it.each([`https://${TWIML}/?captions`, "https://www.youtube.com/watch?v=DIVfEMf3dfg&captions"])(
    "are those of the captions that the page offers: %s",
    async (address) => {
      const page = await session().open(address);
      await openPanel(page);
      // The captions begin at ten minutes; from the length alone the first words would be at 0:00.
      await expect.poll(() => timeAt(page, 0)).toBe("10:00");
      expect([await isApproximate(page, 0), await texts(page, ".note")]).toEqual([
        true,
        ["Times are approximate."],
      ]);
      expect((await standin(page)).errors).toEqual([]);
      await page.close();
    },
  );
});
