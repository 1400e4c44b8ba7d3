import { expect, it } from "vitest";
import { clearStorage } from "./extension-driver.ts";
import { inBrowsers } from "./in-browsers.ts";
import {
  boxOf,
  click,
  count,
  goTo,
  hits,
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
    await expect.poll(() => count(page, ".panel, .tab")).toBe(0);
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
