import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ElementHandle, Page } from "puppeteer-core";
import { expect, it } from "vitest";
import type { Session } from "./browsers.ts";
import { clearStorage } from "./extension-driver.ts";
import { inBrowsers } from "./in-browsers.ts";
import { click, count, drawn, press as pressIn, texts } from "./panel-driver.ts";
import { openList, openToQuote, press, said } from "./quotes-driver.ts";
import type { TextQuoteSelector } from "../../utils/quote/text-quote-selector.ts";

const LEX = "https://www.youtube.com/watch?v=J6XcP4JOHmk";
const FOLDER = mkdtempSync(join(tmpdir(), "earmark-"));

/** What a browser has downloaded under a name, once all of it is there. */
async function downloaded({ downloads }: Session, name: string): Promise<string> {
  const path = join(downloads, name);
  const size = () => (existsSync(path) ? statSync(path).size : 0);
  await expect.poll(size).toBeGreaterThan(0);
  return readFileSync(path, "utf8");
}

/** Chooses a file to import. */
async function importFile(list: Page, name: string, text: string): Promise<void> {
  const path = join(FOLDER, name);
  writeFileSync(path, text);
  const field = (await list.$("input[type=file]")) as ElementHandle<HTMLInputElement>;
  await field.uploadFile(path);
}

const type = async (list: Page, selector: string, text: string) => {
  await list.bringToFront();
  await list.waitForSelector(selector);
  await list.focus(selector);
  await list.keyboard.type(text);
};

inBrowsers("saved quotes", (session) => {
  it("are not the only download: the panel saves whole transcripts", async () => {
    const page = await openToQuote(session(), LEX);
    for (const [form, ending, beginning] of [
      ["srt", "srt", /^1\n00:00:\d\d,\d{3} --> /],
      ["vtt", "vtt", /^WEBVTT\n\n/],
      ["markdown", "md", /^---\ntitle: "fast\.ai [^]*\n---\n\n\*\*0:/],
      ["text", "txt", /^\S/],
    ] as const) {
      await click(page, ".menu-button[aria-label=More]");
      await click(page, `[data-form=${form}]`);
      expect(await downloaded(session(), `lex-fridman-035.${ending}`)).toMatch(beginning);
    }
    await page.close();
  });

  it("are listed, searched, annotated, removed and restored, and open at their words", async () => {
    await clearStorage(session());
    const page = await openToQuote(session(), LEX);
    const paragraphs = await texts(page, ".text");
    for (const index of [8, 20]) {
      await pressIn(page, `[data-index='${index - 1}'] .time`, "ArrowDown");
      await page.keyboard.down("Shift");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.up("Shift");
      await expect.poll(() => count(page, ".quote-bar")).toBe(1);
      await page.keyboard.press("s");
      await expect.poll(() => count(page, ".is-saved")).toBe(index === 8 ? 1 : 2);
      await page.keyboard.press("Escape");
    }
    const list = await openList(session(), 2);
    expect((await said(list, "blockquote"))[0]).toContain(paragraphs[20]);
    await press(list, ".quote .edit");
    await type(list, "textarea", "Worth keeping.");
    await type(list, ".edit-form input", "music, #deep learning");
    await press(list, ".edit-form .main");
    await expect.poll(() => said(list, ".note-text")).toEqual(["Worth keeping."]);
    await expect.poll(() => said(list, ".tags")).toEqual(["#music #deep learning"]);
    await type(list, "input[type=search]", "#music keeping");
    await expect.poll(() => said(list, ".count")).toEqual(["1 quote"]);
    await list.keyboard.type(" zebra");
    await expect.poll(() => said(list, ".count")).toEqual(["No saved quotes match."]);
    await list.close();
    const again = await openList(session(), 2);
    expect(await said(again, ".note-text")).toEqual(["Worth keeping."]);
    await press(again, ".quote .remove");
    await expect.poll(() => said(again, ".count")).toEqual(["1 quote"]);
    await press(again, ".undo .link");
    await expect.poll(() => said(again, ".count")).toEqual(["2 quotes"]);
    await press(again, ".quote .open");
    await expect.poll(() => drawn(page, "earmark-asked")).not.toEqual([]);
    await again.close();
    await page.close();
  });

  it("are exported and imported, with a summary before the import", async () => {
    const list = await openList(session(), 2);
    const exportAs = async (kind: string) => {
      await press(list, ".transfer .menu-button");
      await press(list, `[data-kind=${kind}]`);
    };
    await exportAs("csv");
    expect(await downloaded(session(), "earmark-quotes.csv")).toMatch(
      /^Highlight,Title,Author,URL,Note,Location,Date\r\n/,
    );
    await exportAs("markdown");
    expect(await downloaded(session(), "lex-fridman-035.md")).toMatch(/^---\ntitle: "fast\.ai/);
    await exportAs("json");
    const json = await downloaded(session(), "earmark-quotes.json");
    await importFile(list, "same.json", json);
    await expect.poll(() => said(list, ".offer p")).toEqual(["0 new, 0 merged with yours, 2 already saved."]);
    await press(list, ".offer .plain");
    await press(list, ".quote .remove");
    await expect.poll(() => said(list, ".count")).toEqual(["1 quote"]);
    await importFile(list, "again.json", json.replace('"note": ""', '"note": "From elsewhere."'));
    await expect.poll(() => said(list, ".offer p")).toEqual(["1 new, 1 merged with yours, 0 already saved."]);
    expect(await said(list, ".quote")).toHaveLength(1);
    await press(list, ".offer .go");
    await expect.poll(() => said(list, ".count")).toEqual(["2 quotes"]);
    expect((await said(list, ".note-text")).toSorted()).toEqual(["From elsewhere.", "Worth keeping."]);
    await importFile(list, "later.json", '{"earmark":"quotes","version":9,"quotes":[]}');
    await expect
      .poll(() => said(list, ".notice p"))
      .toEqual(["This file was created by a newer version of Earmark. Update Earmark to import it."]);
    await importFile(list, "none.json", "no quotes");
    await expect.poll(() => said(list, ".notice p")).toEqual(["This file contains no Earmark quotes."]);
    await list.close();
  });

  it("report when their words have changed or are gone", async () => {
    const page = await openToQuote(session(), LEX);
    const list = await openList(session(), 2);
    const json = await downloaded(session(), "earmark-quotes.json");
    const file = JSON.parse(json) as {
      quotes: { id: string; selector: TextQuoteSelector; created: string }[];
    };
    const [first] = file.quotes;
    const open = async (id: string, change: Partial<TextQuoteSelector>) => {
      const quote = {
        ...first!,
        id,
        selector: { ...first!.selector, ...change },
        created: "2027-01-01T00:00:00.000Z",
      };
      await importFile(list, `${id}.json`, JSON.stringify({ ...file, quotes: [quote] }));
      await press(list, ".offer .go");
      await press(list, `[data-id="${id}"] .open`);
      await page.bringToFront();
    };
    await open("aa", {
      exact: first!.selector.exact.replace(/\w+$|\w+[.?!]$/, "thingumajig"),
      heard: "",
    });
    await expect
      .poll(() => texts(page, ".said"))
      .toEqual(["The text has changed since. This is the closest match."]);
    await open("bb", { exact: "Zyx wvu tsr", heard: "", mediaTime: null });
    await expect
      .poll(() => texts(page, ".said"))
      .toEqual(["Neither these words nor their time are in this transcript."]);
    await list.close();
    await page.close();
  });

  it("are all saved when two tabs write at once", async () => {
    await clearStorage(session());
    const before = await session().openOwn("quotes.html");
    await expect.poll(() => said(before, ".count").then(([text]) => text ?? "")).toMatch(/^\d+ quotes?$/);
    const had = Number.parseInt((await said(before, ".count"))[0]!, 10);
    const first = await openToQuote(session(), LEX);
    const second = await openToQuote(session(), "https://www.youtube.com/watch?v=3hYYGiucS0U");
    const save = (page: Page) =>
      page.evaluate(async () => {
        const root = document.querySelector("earmark-panel")!.shadowRoot!;
        for (const index of [5, 6, 7, 8, 9]) {
          root.querySelector<HTMLElement>(`[data-index="${index}"] .time`)!.focus();
          for (const [key, shiftKey] of [
            ["ArrowDown", true],
            ["s", false],
            ["Escape", false],
          ] as const) {
            const init = { key, shiftKey, bubbles: true, composed: true, cancelable: true };
            root.activeElement!.dispatchEvent(new KeyboardEvent("keydown", init));
            // The next key comes in a task of its own; a timer would wait a second in a tab in the background.
            await new Promise((resolve) => {
              const { port1, port2 } = new MessageChannel();
              port1.addEventListener("message", resolve, { once: true });
              port1.start();
              port2.postMessage(null);
            });
          }
        }
      });
    await Promise.all([save(first), save(second)]);
    await expect.poll(() => said(before, ".count")).toEqual([`${had + 10} quotes`]);
    // Quotes of two episodes leave together.
    await press(before, ".transfer .menu-button");
    await press(before, "[data-kind=markdown]");
    expect(await downloaded(session(), "earmark-quotes.zip")).toMatch(
      /^PK[^]*lex-fridman-035\.md[^]*lbs-129\.md/,
    );
    for (const page of [first, second, before]) await page.close();
  });
});
