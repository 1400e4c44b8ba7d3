import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { clearStorage } from "./extension-driver.ts";
import { inBrowsers } from "./in-browsers.ts";
import { click, count, drawn, openPanel, press, standin, texts } from "./panel-driver.ts";
import { clipboard, openToQuote, selectByMouse } from "./quotes-driver.ts";

const LEX = "https://www.youtube.com/watch?v=J6XcP4JOHmk";
const LBS = "https://www.youtube.com/watch?v=3hYYGiucS0U";

/** A long word that was corrected and stands in the talk, and its place. */
const correctedWord = (page: Page) =>
  page.evaluate(() => {
    const all = [...document.querySelector("earmark-panel")!.shadowRoot!.querySelectorAll(".corrected")];
    const word = all.find((each) => !each.closest("details") && each.textContent.length > 6)!;
    const before = document.createRange();
    before.setStart(word.closest(".text")!, 0);
    before.setEndBefore(word);
    return {
      index: Number(word.closest<HTMLElement>("[data-index]")!.dataset["index"]),
      at: before.toString().length,
      word: word.textContent,
    };
  });

inBrowsers("quotes", (session) => {
  it("are copied as selected by mouse, as whole words, with each speaker, time and link", async () => {
    const page = await openToQuote(session(), LEX);
    const paragraphs = await texts(page, ".text");
    const asked = paragraphs.findIndex((text) => text.startsWith("Where was the interest in music"));
    await selectByMouse(page, [asked, 3], [asked + 1, 8]);
    await click(page, ".quote-bar .main");
    await expect.poll(() => texts(page, ".said")).toEqual(["Quote copied"]);
    expect(await clipboard(page)).toBe(
      [
        "Lex Fridman: Where was the interest in music from? Or is it just?",
        "Jeremy Howard: I took music",
        "— fast.ai Deep Learning Courses and Research, Lex Fridman Podcast (2:07)\nhttps://www.youtube.com/watch?v=J6XcP4JOHmk&t=127s",
      ].join("\n\n"),
    );
    // What was selected stays so, and the player where it was.
    expect(await count(page, ".quote-bar")).toBe(1);
    await page.keyboard.press("Escape");
    await expect.poll(() => count(page, ".quote-bar")).toBe(0);
    expect(await count(page, ".panel")).toBe(1);
    expect((await standin(page)).errors).toEqual([]);
    await page.close();
  });

  it("are copied in other forms, rich text together with plain; also where the page forbids it", async () => {
    const page = await openToQuote(session(), "https://lexfridman.com/jeremy-howard/");
    const paragraphs = await texts(page, ".text");
    const index = paragraphs.findIndex((text) => text.startsWith("I took music all my life"));
    await selectByMouse(page, [index, 0], [index, 25]);
    const choose = async (format: string) => {
      await click(page, ".quote-bar .menu-button");
      await click(page, `.quote-bar [data-format=${format}]`);
      await expect.poll(() => texts(page, ".said")).toEqual(["Quote copied"]);
    };
    await choose("html");
    expect(await clipboard(page)).toMatch(
      /^"I took music all my life" — Jeremy Howard, fast\.ai .* \(2:1\d\)\nhttps:\/\/lexfridman\.com\/jeremy-howard\/$/,
    );
    expect(await clipboard(page, "text/html")).toMatch(
      /<blockquote cite="https:\/\/lexfridman\.com\/jeremy-howard\/"><p>I took music all my life<\/p><\/blockquote><p>— Jeremy Howard.*<a href=/,
    );
    await choose("markdown");
    expect(await clipboard(page)).toMatch(/^> I took music all my life\n>\n> — Jeremy Howard, \[Lex/);
    await choose("plain");
    expect(await clipboard(page)).toBe("I took music all my life");
    await page.close();
  });

  it("are shared as a link to the words on any site of the episode", async () => {
    const page = await openToQuote(session(), LEX);
    const paragraphs = await texts(page, ".text");
    const index = paragraphs.findIndex((text) => text.startsWith("I took music all my life"));
    await selectByMouse(page, [index, 0], [index, 12]);
    await page.keyboard.press("y");
    await expect.poll(() => texts(page, ".said")).toEqual(["Link copied"]);
    expect(await clipboard(page)).toBe("https://www.youtube.com/watch?v=J6XcP4JOHmk&t=130s");
    await click(page, ".quote-bar .menu-button");
    await click(page, ".quote-bar [data-site='lexfridman.com']");
    await expect.poll(() => clipboard(page)).toBe("https://lexfridman.com/jeremy-howard/ (at 2:10)");
    await page.close();
  });

  it("are selected by keyboard alone, saved, and marked where they were taken", async () => {
    await clearStorage(session());
    const page = await openToQuote(session(), LBS);
    await press(page, "[data-index='12'] .time", "ArrowDown");
    await page.keyboard.down("Shift");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.up("Shift");
    const paragraphs = await texts(page, ".text");
    await expect.poll(() => count(page, ".quote-bar")).toBe(1);
    await page.keyboard.press("c");
    await expect.poll(() => texts(page, ".said")).toEqual(["Quote copied"]);
    const copied = await clipboard(page);
    for (const index of [13, 14]) expect(copied).toContain(paragraphs[index]);
    expect(copied).not.toContain(paragraphs[15]);
    await page.keyboard.press("s");
    await expect.poll(() => texts(page, ".said")).toEqual(["Quote saved"]);
    await expect.poll(() => count(page, ".is-saved")).toBe(2);
    await page.keyboard.press("Escape");
    const marked = async () => (await drawn(page, "earmark-saved")).map((text) => text.replace(/\s+/g, " "));
    await expect.poll(marked).toEqual([paragraphs[13], paragraphs[14]]);
    expect((await standin(page)).shortcuts).toEqual([]);
    await page.close();
    // It is there again on another visit.
    const again = await session().open(LBS);
    await openPanel(again);
    await expect.poll(() => count(again, ".is-saved")).toBe(2);
    await again.close();
  });

  it("reach from one time to another that are clicked with Shift, and grow to whole sentences", async () => {
    const page = await openToQuote(session(), LEX);
    const paragraphs = await texts(page, ".text");
    await page.keyboard.down("Shift");
    await click(page, "[data-index='4'] .time");
    await click(page, "[data-index='6'] .time");
    await page.keyboard.up("Shift");
    await press(page, ".paragraphs", "c");
    await expect.poll(() => texts(page, ".said")).toEqual(["Quote copied"]);
    const copied = await clipboard(page);
    for (const index of [4, 5, 6]) expect(copied).toContain(paragraphs[index]);
    const index = paragraphs.findIndex((text) => text.startsWith("I took music all my life"));
    await selectByMouse(page, [index, 8], [index, 12]);
    await page.keyboard.press("w");
    await page.keyboard.press("c");
    await expect
      .poll(() => clipboard(page))
      .toMatch(/^"I took music all my life, so I .* and whatever\." — Jeremy Howard/);
    await page.close();
  });

  it("can be copied as heard where words were corrected", async () => {
    const page = await openToQuote(session(), LBS);
    const { index, at, word } = await correctedWord(page);
    await selectByMouse(page, [index, at + 1], [index, at + word.length - 1]);
    await click(page, ".quote-bar .menu-button");
    await click(page, ".quote-bar [aria-pressed=false]");
    await click(page, ".quote-bar [data-format=plain]");
    await expect.poll(() => texts(page, ".said")).toEqual(["Quote copied"]);
    const heard = await clipboard(page);
    expect(heard).not.toContain(word);
    expect(heard).toMatch(/^\S{3,}/);
    await page.close();
  });
});
