import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { inBrowsers } from "./in-browsers.ts";
import {
  click,
  count,
  openPanel,
  playerTime,
  press,
  setPlayer,
  spoken,
  standin,
  texts,
} from "./panel-driver.ts";

const EPISODE = "https://www.youtube.com/watch?v=3hYYGiucS0U";

const focusIn = (page: Page) =>
  page.evaluate(() => {
    const active = document.querySelector("earmark-panel")?.shadowRoot?.activeElement;
    return `${active?.closest("[data-index]")?.getAttribute("data-index") ?? ""} ${active?.className ?? ""}`.trim();
  });
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
const paused = (page: Page) =>
  page.evaluate(() => document.querySelector<HTMLVideoElement>("#movie_player video")!.paused);

/** Behaviour of components, in Firefox. Chromium runs the same cases without the extension. */
inBrowsers("reading", (session) => {
  it("is controlled by single keys, none of which reaches the page", async () => {
    const page = await session().open(EPISODE);
    await openPanel(page);
    await setPlayer(page, 900);
    await expect.poll(() => spoken(page)).toBeGreaterThan(20);
    await press(page, '[data-index="10"] .time', "ArrowDown");
    expect(await focusIn(page)).toBe("11 time");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    expect(await focusIn(page)).toBe("9 time");
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => playerTime(page)).toBeCloseTo(905, 0);
    await page.keyboard.press("j");
    await expect.poll(() => playerTime(page)).toBeCloseTo(895, 0);
    await page.keyboard.press("l");
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => playerTime(page)).toBeCloseTo(900, 0);
    expect(await paused(page)).toBe(true);
    await page.keyboard.press("k");
    await expect.poll(() => paused(page)).toBe(false);
    await page.keyboard.press("k");
    await expect.poll(() => paused(page)).toBe(true);
    await page.keyboard.press("Enter");
    await expect.poll(() => spoken(page)).toBe(9);
    await page.keyboard.press("?");
    await expect.poll(() => count(page, 'dialog[aria-label="Keyboard shortcuts"]')).toBe(1);
    await page.keyboard.press("Escape");
    await expect.poll(() => count(page, "dialog")).toBe(0);
    expect(await focusIn(page)).toBe("9 time");
    // One key after the other, as fast as they come.
    await page.keyboard.press("?");
    await page.keyboard.press("Escape");
    await expect.poll(() => count(page, "dialog")).toBe(0);
    expect(await count(page, ".paragraphs")).toBe(1);
    const { shortcuts, errors } = await standin(page);
    expect([shortcuts, errors]).toEqual([[], []]);
    await page.close();
  });

  it("can be skipped by keyboard, and a search leaves the reader where they found something", async () => {
    const page = await session().open(EPISODE);
    await openPanel(page);
    await press(page, ".skip", "Enter");
    const end = () =>
      page.evaluate(() => document.querySelector("earmark-panel")!.shadowRoot!.activeElement!.textContent);
    await expect.poll(end).toBe("End of the transcript");
    await click(page, ".find input");
    await page.keyboard.type("spectroscopy zzz");
    await expect.poll(async () => (await texts(page, ".note")).join()).toContain("Not found.");
    await click(page, "[aria-label=Clear]");
    await page.keyboard.type("healthcare");
    await expect.poll(async () => (await texts(page, ".count")).join()).toMatch(/^1 of/);
    await atRest(page);
    const top = () =>
      page.evaluate(
        () => document.querySelector("earmark-panel")!.shadowRoot!.querySelector(".paragraphs")!.scrollTop,
      );
    const before = await top();
    expect(before).toBeGreaterThan(500);
    await page.keyboard.press("Escape");
    await expect.poll(() => texts(page, ".count")).toEqual([""]);
    await atRest(page);
    expect(await top()).toBe(before);
    await page.close();
  });

  it("shows the show's chapters as headings, and an outline that marks the current one and goes there", async () => {
    const page = await session().open(EPISODE);
    await openPanel(page);
    expect(await texts(page, '[data-index="80"] .chapter')).toEqual(["Understanding PAC Bayesian Theory"]);
    await setPlayer(page, 2060);
    await expect.poll(() => spoken(page)).toBeGreaterThan(80);
    await press(page, '[data-index="80"] .time', "o");
    await expect
      .poll(() => texts(page, ".outline [aria-current]"))
      .toEqual(["Understanding PAC Bayesian Theory33:58"]);
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect.poll(() => spoken(page)).toBe(14);
    expect(await count(page, ".outline")).toBe(0);
    expect(await focusIn(page)).toBe("14 time");
    await page.close();
  });
});
