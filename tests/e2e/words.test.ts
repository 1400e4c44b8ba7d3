import { expect, it } from "vitest";
import { clearStorage, readSettings } from "./extension-driver.ts";
import { inBrowsers } from "./in-browsers.ts";
import { attribute, click, count, openPanel, standin, texts } from "./panel-driver.ts";

const LBS = "https://www.youtube.com/watch?v=3hYYGiucS0U";
const WORD = ".corrected[role=button]";

inBrowsers("corrected words", (session) => {
  it("are corrected everywhere in the show, for good, until the reader undoes it", async () => {
    await clearStorage(session());
    const page = await session().open(LBS);
    await openPanel(page);
    const has = (text: string) => async () => (await texts(page, ".text")).join(" ").includes(text);
    await click(page, WORD);
    await expect.poll(() => count(page, "dialog.card[open]")).toBe(1);
    await click(page, ".card input[type=text]");
    await page.keyboard.down("Control");
    await page.keyboard.press("a");
    await page.keyboard.up("Control");
    await page.keyboard.type("Fortress");
    await click(page, ".card fieldset label:last-child input");
    await click(page, ".card .main");
    await expect.poll(has("Fortress")).toBe(true);
    expect((await standin(page)).shortcuts).toEqual([]);
    await expect.poll(() => readSettings(session())).toContain("Fortress");
    await page.close();

    const again = await session().open(LBS);
    await openPanel(again);
    await expect.poll(async () => (await texts(again, ".text")).join(" ").includes("Fortress")).toBe(true);
    await click(again, WORD);
    await expect.poll(() => texts(again, ".card button")).toContain("Undo my correction");
    await click(again, ".card .row button:nth-child(2)");
    await expect.poll(async () => (await texts(again, ".text")).join(" ").includes("Fortress")).toBe(false);
    await again.close();
  });

  it("can be any selected words, corrected in one place only", async () => {
    await clearStorage(session());
    const page = await session().open(LBS);
    await openPanel(page);
    const all = async () => (await texts(page, ".text")).join(" ");
    const times = async (word: string) => (await all()).split(word).length;
    const before = await times("Munich");
    await page.evaluate(() => {
      const text = document
        .querySelector("earmark-panel")!
        .shadowRoot!.querySelector("[data-index='0'] .text")!;
      const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const at = walker.currentNode.textContent!.indexOf("Munich");
        if (at < 0) continue;
        getSelection()!.setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + 6);
      }
      text.dispatchEvent(new PointerEvent("pointerup", { bubbles: true, composed: true }));
    });
    await click(page, ".quote-bar .menu-button");
    await click(page, ".quote-bar .correct");
    await expect.poll(() => attribute(page, ".card", "aria-label")).toBe("Correct “Munich”");
    await page.keyboard.type("Monaco");
    await page.keyboard.press("Enter");
    await expect.poll(() => times("Munich")).toBe(before - 1);
    await page.close();
    // Search knows it at once, and forgets it when it is given up.
    const library = await session().openOwn("library.html#q=Monaco");
    const found = () =>
      library.evaluate(() => [...document.querySelectorAll(".row mark")].map((mark) => mark.textContent));
    await expect.poll(found).toContain("Monaco");
    await clearStorage(session());
    await expect.poll(found).not.toContain("Monaco");
    await library.close();
  });
});
