import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { mountPanel, type MountedPanel } from "./mount-panel.tsx";

const WORD = ".corrected[role=button]";

const isOpenCard = (panel: MountedPanel) => panel.find("dialog.card[open]") !== null;

describe("corrected words", () => {
  let panel: MountedPanel;
  let page: AbortController;
  beforeEach(async () => {
    page = new AbortController();
    panel = await mountPanel("lbs-129", page.signal);
  });
  afterEach(() => page.abort());

  it("are few and underlined with dots; hovering shows what was heard and why", async () => {
    const words = panel.readTexts(WORD);
    expect(words).toContain("Vincent Fortuin");
    expect(words.length).toBeLessThan(300);
    expect(getComputedStyle(panel.find(WORD)!).textDecorationStyle).toBe("dotted");
    await userEvent.hover(panel.find(WORD)!);
    await expect.poll(() => panel.readTexts(".card")).toEqual([expect.stringMatching(/^Heard as “.+”\..+/)]);
    await userEvent.unhover(panel.find(WORD)!);
    await expect.poll(() => panel.findAll(".card").length).toBe(0);
  });

  it("are shown as heard with one key, and from the menu", async () => {
    const readStart = () => panel.readTexts(".text").join(" ").slice(0, 60);
    expect(readStart()).toContain("Vincent Fortuin");
    panel.find(".paragraphs")!.focus();
    await userEvent.keyboard("h");
    await expect.poll(readStart).toContain("Vincent Fortwin");
    expect(panel.findAll(WORD)).toEqual([]);
    await userEvent.click(panel.find(".menu-button[aria-label=More]")!);
    await userEvent.click(panel.find(".items:popover-open button")!);
    await expect.poll(readStart).toContain("Vincent Fortuin");
  });

  it("are reached and left by keyboard alone", async () => {
    panel.find(`[data-index='0'] ${WORD}`)!.focus();
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => isOpenCard(panel)).toBe(true);
    await userEvent.keyboard("{Escape}");
    await expect.poll(() => panel.findAll(".card").length).toBe(0);
    expect(panel.findAll(".panel")).toHaveLength(1);
  });

  it("show no card once the focus is elsewhere", async () => {
    panel.find(WORD)!.focus();
    await expect.poll(() => panel.findAll(".card").length).toBe(1);
    panel.find(".find input")!.focus();
    await expect.poll(() => panel.findAll(".card").length).toBe(0);
  });

  it("are left by Escape as soon as the card is in the document; the panel stays open", async () => {
    const send = (key: string) =>
      panel.root.activeElement!.dispatchEvent(
        new KeyboardEvent("keydown", { key, bubbles: true, composed: true, cancelable: true }),
      );
    panel.find(`[data-index='0'] ${WORD}`)!.focus();
    send("Enter");
    for (let turns = 0; turns < 100 && !panel.find(".card"); turns++) await Promise.resolve();
    expect(panel.findAll(".card")).toHaveLength(1);
    send("Escape");
    await expect.poll(() => panel.findAll(".card").length).toBe(0);
    expect(panel.findAll(".panel")).toHaveLength(1);
  });

  it.each(["start", "center", "end"] as const)(
    "are never covered by their card: at the %s of the list",
    async (block) => {
      const word = panel.findAll(".corrected").filter((each) => !each.closest("details"))[20]!;
      word.scrollIntoView({ block });
      word.focus({ preventScroll: true });
      await userEvent.keyboard("{Enter}");
      await expect.poll(() => isOpenCard(panel)).toBe(true);
      const [box, card] = [word.getClientRects()[0]!, panel.find(".card")!.getBoundingClientRect()];
      expect(card.top >= box.bottom || card.bottom <= box.top).toBe(true);
      await userEvent.keyboard("{Escape}");
      await expect.poll(() => panel.findAll(".card").length).toBe(0);
    },
  );
});
