import { expect, it } from "vitest";
import { inBrowsers } from "./in-browsers.ts";
import { boxOf, click, count, openPanel, press, texts } from "./panel-driver.ts";

const LBS = "https://www.youtube.com/watch?v=3hYYGiucS0U";
const WORD = ".corrected[role=button]";

/** Behaviour of components, in Firefox. Chromium runs the same cases without the extension. */
inBrowsers("corrected words", (session) => {
  it("are few and underlined with dots; hovering shows what was heard and why", async () => {
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

  it("are shown as heard with one key, and from the menu", async () => {
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

  it("show no card once the focus is elsewhere", async () => {
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

  it("are left by Escape as soon as the card is in the document; the panel stays open", async () => {
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
