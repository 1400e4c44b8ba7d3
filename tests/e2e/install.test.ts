import { expect, it } from "vitest";
import { iconOfNewestTab, welcomeTabs } from "./extension-driver.ts";
import { inBrowsers } from "./in-browsers.ts";
import { click, count, openPanel, spoken, standin, texts, title } from "./panel-driver.ts";

/** The tests run in this order in one browser: the first ones need the extension just installed. */
inBrowsers(
  "the extension, just installed",
  (session) => {
    it("opens the welcome page once, which lists the episodes with their links", async () => {
      const links = () =>
        session().welcome.evaluate(() => document.querySelectorAll(".episodes a[href^='https:']").length);
      await expect.poll(links).toBe(10);
      expect(await session().welcome.evaluate(() => document.querySelector("h1")?.textContent)).toBe(
        "Welcome to Earmark",
      );
      // In Firefox the driver opens one more.
      expect(await welcomeTabs(session())).toBe(session().kind === "firefox" ? 2 : 1);
    });

    it("works in a tab that was open before, after one click on the icon", async () => {
      const page = session().before!;
      const popup = await session().clickIcon(page);
      await expect
        .poll(() => popup.texts(".here p"))
        .toEqual(["This page: fast.ai Deep Learning Courses and Research"]);
      await openPanel(page);
      expect(await title(page)).toContain("fast.ai");
      await page.close();
    });

    it("may use WebAssembly on its pages", async () => {
      const isMade = await session().welcome.evaluate(() => {
        const empty = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);
        return new WebAssembly.Module(empty) instanceof WebAssembly.Module;
      });
      expect(isMade).toBe(true);
    });

    it("gives way to an updated version in an open page after a click on the icon, without a reload", async () => {
      const page = await session().open("https://www.youtube.com/watch?v=3hYYGiucS0U");
      await openPanel(page);
      await page.evaluate(() => document.querySelector("earmark-panel")!.setAttribute("data-old", ""));
      await session().update();
      await session().clickIcon(page);
      const hosts = (of: string) => page.evaluate((host) => document.querySelectorAll(host).length, of);
      await expect.poll(() => hosts("earmark-panel[data-old]")).toBe(0);
      await expect.poll(() => hosts("earmark-panel")).toBe(1);
      expect(await texts(page, ".notice p")).toEqual([]);
      // The driver opened this one: the extension opens none after an update.
      expect(await welcomeTabs(session())).toBe(1);
      await openPanel(page);
      await click(page, '[data-index="4"] .time');
      await expect.poll(() => spoken(page)).toBe(4);
      expect(await page.evaluate(() => document.querySelectorAll("earmark-panel").length)).toBe(1);
      expect((await standin(page)).errors).toEqual([]);
      await page.close();
    });

    it("leaves the transcript readable after an update, says so, and works after a reload", async () => {
      const page = await session().open("https://www.youtube.com/watch?v=J6XcP4JOHmk");
      await openPanel(page);
      await session().update();
      await page.bringToFront();
      if (session().kind === "chromium") {
        await expect
          .poll(() => texts(page, ".notice p"))
          .toEqual(["Earmark was updated or turned off. Reload this page to continue."]);
        expect(await count(page, ".paragraph")).toBeGreaterThan(3);
        await click(page, ".notice button");
      }
      // Firefox runs the new version in open pages by itself, beside what remains of the old one.
      await expect.poll(() => texts(page, ".notice p")).toEqual([]);
      await openPanel(page);
      await expect.poll(() => page.evaluate(() => document.querySelectorAll("earmark-panel").length)).toBe(1);
      expect((await standin(page)).errors).toEqual([]);
      await page.close();
    });

    it("warns when the browser withholds access, and the popup offers to ask", async () => {
      await session().withhold();
      const page = await session().open("https://www.youtube.com/watch?v=J6XcP4JOHmk");
      await expect.poll(async () => (await iconOfNewestTab(session())).badge).toBe("!");
      expect((await iconOfNewestTab(session())).title).toMatch(
        /blocks access to www\.youtube\.com.*Click to allow/,
      );
      await page.close();
      const popup = await session().openOwn("popup.html");
      await expect
        .poll(() => popup.evaluate(() => document.querySelector(".notice")?.textContent ?? ""))
        .toMatch(/blocks access to .*Allow /);
      await popup.close();
    });
  },
  { fresh: true, before: "https://www.youtube.com/watch?v=J6XcP4JOHmk" },
);
