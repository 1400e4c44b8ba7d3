import { expect, it } from "vitest";
import { clearStorage } from "./extension-driver.ts";
import { inBrowsers } from "./in-browsers.ts";
import { attribute, boxOf, click, count, openPanel, press, standin, texts } from "./panel-driver.ts";

const LBS = "https://www.youtube.com/watch?v=3hYYGiucS0U";
const WORD = ".corrected[role=button]";

inBrowsers("corrected words", (session) => {
  it("are few and underlined with dots; hovering tells what was heard and why", async () => {
    const page = await session().open(LBS);
    await openPanel(page);
    const words = await texts(page, WORD);
    expect(words).toContain("Vincent Fortuin");
    expect(words.length).toBeLessThan(300);
    const box = (await boxOf(page, WORD))!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await expect.poll(() => texts(page, ".card")).toEqual([expect.stringMatching(/^Heard as “.+”\..+/)]);
    await page.mouse.move(40, 300);
    await expect.poll(() => count(page, ".card")).toBe(0);
    await page.close();
  });

  it("can be seen as heard with one key, and from the menu", async () => {
    const page = await session().open(LBS);
    await openPanel(page);
    const first = async () => (await texts(page, ".text")).join(" ").slice(0, 60);
    expect(await first()).toContain("Vincent Fortuin");
    await press(page, ".paragraphs", "h");
    await expect.poll(first).toContain("Vincent Fortwin");
    expect(await count(page, WORD)).toBe(0);
    await click(page, ".menu-button[aria-label=More]");
    await click(page, ".items:popover-open button");
    await expect.poll(first).toContain("Vincent Fortuin");
    await page.close();
  });

  it("can be corrected everywhere in the show; it is kept, and can be undone", async () => {
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

  it("can be any words: what is selected is offered to be corrected, here alone", async () => {
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

  it("are reached and left by keyboard alone", async () => {
    const page = await session().open(LBS);
    await openPanel(page);
    await press(page, "[data-index='0'] .corrected[role=button]", "Enter");
    await expect.poll(() => count(page, "dialog.card[open]")).toBe(1);
    await page.keyboard.press("Escape");
    await expect.poll(() => count(page, ".card")).toBe(0);
    expect(await count(page, ".panel")).toBe(1);
    await page.close();
  });

  it("tell nothing any more once the focus is elsewhere", async () => {
    const page = await session().open(LBS);
    await openPanel(page);
    const focus = (selector: string) =>
      page.evaluate(
        (sel) =>
          document.querySelector("earmark-panel")!.shadowRoot!.querySelector<HTMLElement>(sel)!.focus(),
        selector,
      );
    await focus(WORD);
    await expect.poll(() => count(page, ".card")).toBe(1);
    await focus(".find input");
    await expect.poll(() => count(page, ".card")).toBe(0);
    await page.close();
  });

  it("are left by Escape as soon as the card is seen; the panel stays", async () => {
    const page = await session().open(LBS);
    await openPanel(page);
    const isSeen = await page.evaluate(async () => {
      const root = document.querySelector("earmark-panel")!.shadowRoot!;
      const send = (key: string) =>
        root.activeElement!.dispatchEvent(
          new KeyboardEvent("keydown", { key, bubbles: true, composed: true, cancelable: true }),
        );
      root.querySelector<HTMLElement>("[data-index='0'] .corrected[role=button]")!.focus();
      send("Enter");
      for (let turns = 0; turns < 100 && !root.querySelector(".card"); turns++) await Promise.resolve();
      const seen = root.querySelector(".card") !== null;
      send("Escape");
      return seen;
    });
    expect(isSeen).toBe(true);
    await expect.poll(() => count(page, ".card")).toBe(0);
    expect(await count(page, ".panel")).toBe(1);
    await page.close();
  });

  it("are never covered by their card", async () => {
    const page = await session().open(LBS);
    await openPanel(page);
    for (const block of ["start", "center", "end"] as const) {
      await page.evaluate((where) => {
        const words = document.querySelector("earmark-panel")!.shadowRoot!.querySelectorAll(".corrected");
        const word = [...words].filter((each) => !each.closest("details"))[20]! as HTMLElement;
        word.scrollIntoView({ block: where });
        word.setAttribute("data-tried", "");
        word.focus({ preventScroll: true });
      }, block);
      await page.keyboard.press("Enter");
      await expect.poll(() => count(page, "dialog.card[open]")).toBe(1);
      const [word, card] = [(await boxOf(page, "[data-tried]"))!, (await boxOf(page, ".card"))!];
      expect(card.y >= word.y + word.height || card.y + card.height <= word.y).toBe(true);
      await page.keyboard.press("Escape");
      await expect.poll(() => count(page, ".card")).toBe(0);
    }
    await page.close();
  });
});
