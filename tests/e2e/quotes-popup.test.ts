import { expect, it } from "vitest";
import { inBrowsers } from "./in-browsers.ts";
import { clipboard, openList, openToQuote } from "./quotes-driver.ts";

inBrowsers("quotes of the popup", (session) => {
  it("copies what was found in any form, links to it and saves it", async () => {
    // A page reads the clipboard; the extension itself may not.
    const reader = await openToQuote(session(), "https://www.youtube.com/watch?v=J6XcP4JOHmk");
    const popup = await session().openOwn("popup.html");
    await popup.type("input", "hummingbirds");
    const copied = async () => {
      await reader.bringToFront();
      return clipboard(reader);
    };
    const choose = async (selector: string) => {
      await popup.bringToFront();
      await popup.waitForSelector(".row[data-episode] .menu-button");
      await popup.evaluate(() =>
        document.querySelector<HTMLElement>(".row[data-episode] .menu-button")!.click(),
      );
      await popup.waitForSelector(selector);
      await popup.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)!.click(), selector);
    };
    const told = () => popup.evaluate(() => document.querySelector(".said")?.textContent);
    await choose("[data-format=markdown]");
    await expect.poll(told).toBe("Quote copied");
    expect(await copied()).toMatch(/^> .*hummingbirds[^]*\n>\n> — .*\]\(https:\/\/www\.youtube\.com\/watch/);
    await choose(".menu [data-do=link]");
    await expect.poll(told).toBe("Link copied");
    expect(await copied()).toMatch(/^https:\/\/www\.youtube\.com\/watch\?v=[\w-]+&t=\d+s$/);
    await choose(".menu [data-do=save]");
    await expect.poll(told).toBe("Quote saved");
    const list = await openList(session(), 1);
    await list.close();
    await popup.close();
    await reader.close();
  });
});
