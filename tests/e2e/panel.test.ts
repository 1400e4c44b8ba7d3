import { expect, it } from "vitest";
import { clearStorage, readSettings } from "./extension-driver.ts";
import { inBrowsers } from "./in-browsers.ts";
import {
  boxOf,
  click,
  count,
  goTo,
  openPanel,
  panelThere,
  playerTime,
  press,
  setPlayer,
  spoken,
  standin,
  texts,
  timeAt,
  title,
} from "./panel-driver.ts";

const LEX = "https://www.youtube.com/watch?v=J6XcP4JOHmk";

inBrowsers("panel", (session) => {
  it("is a small tab at first, and open on the site's next page once a reader opened it", async () => {
    await clearStorage(session());
    const first = await session().open(LEX);
    await panelThere(first);
    expect(await texts(first, ".tab")).toEqual(["Transcript"]);
    await openPanel(first);
    await expect.poll(() => readSettings(session())).toContain("openSites");
    await first.close();
    const second = await session().open("https://www.youtube.com/watch?v=3hYYGiucS0U");
    await expect.poll(() => count(second, ".paragraph")).toBeGreaterThan(3);
    await click(second, ".close");
    await expect.poll(() => count(second, ".tab")).toBe(1);
    await second.close();
  });

  it("follows playback until the reader scrolls, and again when they say so", async () => {
    const page = await session().open(LEX);
    await openPanel(page);
    await setPlayer(page, 600);
    await expect.poll(() => spoken(page)).toBeGreaterThan(8);
    const inView = async () => {
      const [item, list] = [await boxOf(page, ".paragraph.active"), await boxOf(page, ".paragraphs")];
      return item !== null && list !== null && item.y + item.height > list.y && item.y < list.y + list.height;
    };
    await expect.poll(inView).toBe(true);
    const list = (await boxOf(page, ".paragraphs"))!;
    await page.mouse.move(list.x + 100, list.y + 100);
    await page.mouse.wheel({ deltaY: 3000 });
    await expect.poll(() => texts(page, ".pill")).toEqual(["Follow"]);
    await setPlayer(page, 700);
    await expect.poll(() => spoken(page)).toBeGreaterThan(9);
    expect(await inView()).toBe(false);
    await click(page, ".pill");
    await expect.poll(inView).toBe(true);
    await page.close();
  });

  it.each([
    [LEX, String.raw`https://www\.youtube\.com/watch\?v=J6XcP4JOHmk&t=\d+s`],
    // This page forbids the clipboard; its link knows no times.
    ["https://lexfridman.com/jeremy-howard/", "https://lexfridman\\.com/jeremy-howard/"],
  ])("copies a paragraph as a quote with time and link: %s", async (address, link) => {
    const page = await session().open(address);
    if (session().kind === "chromium")
      await session()
        .browser.defaultBrowserContext()
        .overridePermissions(new URL(address).origin, ["clipboard-read", "clipboard-write"]);
    await openPanel(page);
    await page.evaluate(() => getSelection()!.selectAllChildren(document.querySelector("h1")!));
    const selected = await page.evaluate(() => getSelection()!.toString());
    await click(page, '[data-index="4"] .copy');
    await expect.poll(() => texts(page, ".said")).toEqual(["Quote copied"]);
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(
      new RegExp(
        String.raw`^"[^"]+" — Jeremy Howard, fast\.ai Deep Learning Courses and Research, Lex Fridman Podcast \(\d+:\d\d\)\n${link}$`,
      ),
    );
    expect(selected).not.toBe("");
    await page.close();
  });

  it("does nothing at a button of a row that it does not know", async () => {
    const page = await session().open(LEX);
    await openPanel(page);
    await page.evaluate(() => {
      const root = document.querySelector("earmark-panel")!.shadowRoot!;
      const announcement = root.querySelector(".said")!;
      const announced: string[] = ((window as unknown as { announced: string[] }).announced = []);
      new MutationObserver(() => announced.push(announcement.textContent)).observe(announcement, {
        childList: true,
        characterData: true,
        subtree: true,
      });
      for (const action of ["", "delete-everything"]) {
        const button = document.createElement("button");
        button.dataset["action"] = action;
        root.querySelector("[data-index='4']")!.append(button);
        button.click();
      }
    });
    await press(page, "[data-index='4'] .time", "y");
    await expect.poll(() => texts(page, ".said")).toEqual(["Link copied"]);
    const announced = await page.evaluate(() => (window as unknown as { announced: string[] }).announced);
    expect(announced).toEqual(["Link copied"]);
    await page.close();
  });

  it("waits during an advert, and does not jump in it", async () => {
    const page = await session().open(LEX);
    await openPanel(page);
    await setPlayer(page, 600);
    await expect.poll(() => spoken(page)).toBeGreaterThan(8);
    const before = await spoken(page);
    await page.evaluate(() =>
      (window as unknown as { standin: { advert(on: boolean): void } }).standin.advert(true),
    );
    await expect
      .poll(() =>
        page.evaluate(() => document.querySelector<HTMLVideoElement>("#movie_player video")!.duration),
      )
      .toBeLessThan(40);
    await click(page, '[data-index="3"] .time');
    expect(await spoken(page)).toBe(before);
    expect(await playerTime(page)).toBeLessThan(30);
    await page.evaluate(() =>
      (window as unknown as { standin: { advert(on: boolean): void } }).standin.advert(false),
    );
    await expect
      .poll(
        async () =>
          (await page.evaluate(
            () => document.querySelector<HTMLVideoElement>("#movie_player video")!.duration,
          )) > 6000,
      )
      .toBe(true);
    await click(page, '[data-index="3"] .time');
    await expect.poll(() => spoken(page)).toBe(3);
    await page.close();
  });

  it("changes with the video without a page load, and goes where there is none", async () => {
    const page = await session().open(LEX);
    await openPanel(page);
    await goTo(page, "/watch?v=3hYYGiucS0U");
    await expect.poll(() => title(page)).toContain("Bayesian Deep Learning & AI");
    await expect.poll(() => timeAt(page, 0)).toBe("0:05");
    await click(page, '[data-index="5"] .time');
    await expect.poll(() => playerTime(page)).toBeGreaterThan(100);
    await goTo(page, "/watch?v=aaaaaaaaaaa");
    await expect.poll(() => count(page, ".panel")).toBe(0);
    await goTo(page, "/");
    await goTo(page, "/watch?v=J6XcP4JOHmk");
    await expect.poll(() => title(page)).toContain("fast.ai");
    // Two changes in a row: the first one's answer must not win.
    await Promise.all([goTo(page, "/watch?v=DIVfEMf3dfg"), goTo(page, "/watch?v=HhGOGuJY1Wk")]);
    await expect.poll(() => title(page)).toContain("The Simple but Profound");
    expect(await page.evaluate(() => document.querySelectorAll("earmark-panel").length)).toBe(1);
    expect((await standin(page)).errors).toEqual([]);
    await page.close();
  });
});
