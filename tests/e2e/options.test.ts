import { expect, it } from "vitest";
import { choose, hostAttribute, openOptions, said } from "./options-driver.ts";
import { clearStorage, iconOfNewestTab, sendCommand } from "./extension-driver.ts";
import { inBrowsers } from "./in-browsers.ts";
import { clipboard, openToQuote } from "./quotes-driver.ts";
import { boxOf, count, openPanel, panelThere, press, setPlayer, texts } from "./panel-driver.ts";

const LEX = "https://www.youtube.com/watch?v=J6XcP4JOHmk";

inBrowsers("options", (session) => {
  it("change the look of the text in an open panel at once", async () => {
    await clearStorage(session());
    const page = await session().open(LEX);
    await openPanel(page);
    const options = await openOptions(session());
    await choose(options, "Sepia", "Serif");
    await page.bringToFront();
    await expect.poll(() => hostAttribute(page, "data-theme")).toBe("sepia");
    await expect.poll(() => hostAttribute(page, "data-face")).toBe("serif");
    await options.close();
    await page.close();
  });

  it("open the panel at the first visit, and switch Earmark off and on again on a site", async () => {
    await clearStorage(session());
    const options = await openOptions(session());
    await choose(options, "Open right away");
    const page = await session().open(LEX);
    await expect.poll(() => count(page, ".paragraph")).toBeGreaterThan(3);
    await choose(options, "YouTube");
    await expect.poll(async () => (await boxOf(page, ".tab"))?.width ?? 0).toBe(0);
    const other = await session().open("https://www.youtube.com/watch?v=3hYYGiucS0U");
    await expect.poll(async () => (await iconOfNewestTab(session())).title).toContain("turned off");
    expect(await count(other, ".tab, .panel")).toBe(0);
    await choose(options, "YouTube");
    await other.bringToFront();
    await expect.poll(() => count(other, ".paragraph")).toBeGreaterThan(3);
    await expect.poll(async () => (await iconOfNewestTab(session())).title).not.toContain("turned off");
    await other.close();
    await page.bringToFront();
    await expect.poll(async () => (await boxOf(page, ".panel"))?.width ?? 0).toBeGreaterThan(100);
    await page.close();
    await options.close();
  });

  it("set the format of quotes, with a preview and a warning about unknown placeholders", async () => {
    await clearStorage(session());
    const options = await openOptions(session());
    const preview = () => options.evaluate(() => document.querySelector(".sample")!.textContent);
    await expect.poll(preview).toMatch(/^"At Enlitic we didn't care\." — Jeremy Howard, fast\.ai/);
    await options.bringToFront();
    await options.select("select", "template");
    await options.evaluate(() => document.querySelector<HTMLTextAreaElement>(".template textarea")!.select());
    await options.keyboard.type("{{quote}} / {{speaker}} / {{spaeker}}");
    await expect.poll(preview).toBe("At Enlitic we didn't care. / Jeremy Howard / {{spaeker}}");
    await expect.poll(() => said(options)).toContain("Unknown placeholders: {{spaeker}}");
    await options.evaluate(() => document.querySelector<HTMLTextAreaElement>(".template textarea")!.select());
    await options.keyboard.type("{{speaker}}: {{quote}}");
    const page = await openToQuote(session(), LEX);
    await press(page, "[data-index='6'] .time", "C");
    await expect.poll(() => texts(page, ".said")).toEqual(["Quote copied"]);
    expect(await clipboard(page)).toBe(`Lex Fridman: ${(await texts(page, ".text"))[6]}`);
    await page.close();
    await options.close();
    await clearStorage(session());
  });

  it("show how much is stored, and delete it", async () => {
    await clearStorage(session());
    const options = await openOptions(session());
    expect(await said(options)).toContain("0 bytes in total");
    await choose(options, "Dark");
    await expect.poll(() => said(options)).not.toContain("0 bytes in total");
    await choose(options, "Delete everything");
    const dialog = () => options.$eval("dialog", ({ open, textContent }) => (open ? textContent : ""));
    await expect.poll(dialog).toContain("Delete everything? This can’t be undone.");
    await options.keyboard.press("Escape");
    await expect.poll(dialog).toBe("");
    expect(await said(options)).not.toContain("Everything was deleted.");
    await choose(options, "Delete everything");
    await expect.poll(dialog).not.toBe("");
    await choose(options, "Yes, delete");
    await expect.poll(dialog).toBe("");
    await expect.poll(() => said(options)).toContain("Everything was deleted.");
    await expect.poll(() => said(options)).toContain("0 bytes in total");
    await options.close();
  });

  it("link to the licences of included software", async () => {
    const options = await openOptions(session());
    const notices = await options.evaluate(async () => {
      const link = document.querySelector<HTMLAnchorElement>(".licences")!;
      return (await fetch(link.href)).text();
    });
    for (const name of ["preact", "minisearch", "idb"]) expect(notices).toContain(name);
    await options.close();
  });
});

inBrowsers("keys of the whole browser", (session) => {
  it("open the panel and close it, and the focus goes back to where it was on the page", async () => {
    await clearStorage(session());
    const page = await session().open(LEX);
    await panelThere(page);
    await page.evaluate(() =>
      document.querySelector<HTMLElement>("ytd-watch-flexy:not([hidden]) #comment")!.focus(),
    );
    await sendCommand(session(), "open-panel");
    await expect.poll(() => count(page, ".paragraph")).toBeGreaterThan(3);
    const focus = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.localName);
    await expect.poll(focus).toBe("earmark-panel");
    await page.keyboard.press("Escape");
    await expect.poll(() => count(page, ".tab")).toBe(1);
    await expect.poll(focus).toBe("comment");
    await page.close();
  });

  it("copy the sentence being spoken, also while the panel is closed", async () => {
    const page = await session().open("https://www.youtube.com/watch?v=3hYYGiucS0U");
    await panelThere(page);
    await page.waitForFunction(
      () => document.querySelector<HTMLVideoElement>("#movie_player video")!.readyState > 0,
    );
    await setPlayer(page, 808);
    await page.bringToFront();
    await page.mouse.click(300, 20);
    if (session().kind === "chromium")
      await session()
        .browser.defaultBrowserContext()
        .overridePermissions(new URL(page.url()).origin, ["clipboard-read", "clipboard-write"]);
    await sendCommand(session(), "copy-sentence");
    await expect.poll(() => texts(page, ".said")).toEqual(["Quote copied"]);
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(
      /^"So then you don't [^"]*covariance matrix\." — Vincent Fortuin, .* \(13:2\d\)\nhttps/,
    );
    await page.close();
  });

  it("are listed on the options page", async () => {
    const options = await openOptions(session());
    await expect.poll(() => said(options)).toMatch(/Copy the current sentence as a quote\S*Q/);
    await options.close();
  });
});
