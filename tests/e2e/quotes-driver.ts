import type { Page } from "puppeteer-core";
import { expect } from "vitest";
import type { Session } from "./browsers.ts";
import { boxOf, count, openPanel, press as pressInPanel } from "./panel-driver.ts";

/** What a person does with words of a transcript, and with the quotes they saved. */

/** A place in a transcript: a paragraph, and a character in it. */
export type Spot = readonly [paragraph: number, offset: number];

/** Where characters of a transcript are drawn, once they stand still; the last one is scrolled into view. */
const pointsOf = (page: Page, spots: Spot[]) =>
  page.evaluate(
    async (wanted) => {
      const root = document.querySelector("earmark-panel")!.shadowRoot!;
      const texts = wanted.map(([paragraph]) => root.querySelector(`[data-index="${paragraph}"] .text`)!);
      texts.at(-1)!.scrollIntoView({ block: "center", behavior: "instant" });
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
      return wanted.map(([, offset], i) => {
        const walker = document.createTreeWalker(texts[i]!, NodeFilter.SHOW_TEXT);
        let left = offset;
        let node = walker.nextNode() as Text;
        for (; left >= node.length; node = walker.nextNode() as Text) left -= node.length;
        const range = document.createRange();
        range.setStart(node, left);
        range.setEnd(node, left + 1);
        const { x, y, height } = range.getBoundingClientRect();
        return { x: x + 1, y: y + height / 2 };
      });
    },
    spots as [number, number][],
  );

/** Selects words with the mouse, from one character up to another; both have to fit into the view. */
export async function selectByMouse(page: Page, from: Spot, to: Spot): Promise<void> {
  await page.bringToFront();
  // Who wants to select scrolls there by hand, and so ends the following.
  const list = (await boxOf(page, ".paragraphs"))!;
  await page.mouse.move(list.x + list.width / 2, list.y + 40);
  await page.mouse.wheel({ deltaY: 10 });
  const [start, end] = (await pointsOf(page, [from, to])) as [Point, Point];
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 3 });
  await page.mouse.move(end.x, end.y, { steps: 3 });
  await page.mouse.up();
  await expect.poll(() => count(page, ".quote-bar")).toBe(1);
}

interface Point {
  x: number;
  y: number;
}

/** An episode's page with its transcript open, on which the clipboard can be read. */
export async function openToQuote(session: Session, address: string): Promise<Page> {
  const page = await session.open(address);
  await allowClipboard(session, page);
  await openPanel(page);
  return page;
}

/** Saves a paragraph of an open transcript. */
export async function saveParagraph(page: Page, index: number): Promise<void> {
  await pressInPanel(page, `[data-index='${index - 1}'] .time`, "ArrowDown");
  await page.keyboard.down("Shift");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.up("Shift");
  await expect.poll(() => count(page, ".quote-bar")).toBe(1);
  await page.keyboard.press("s");
}

/** Lets a page's clipboard be read by the tests. */
async function allowClipboard({ kind, browser }: Session, page: Page): Promise<void> {
  await page.bringToFront();
  if (kind === "chromium")
    await browser
      .defaultBrowserContext()
      .overridePermissions(new URL(page.url()).origin, ["clipboard-read", "clipboard-write"]);
}

/** What the real clipboard holds, by its kind. */
export const clipboard = (page: Page, type: "text/plain" | "text/html" = "text/plain") =>
  page.evaluate(async (wanted) => {
    const [item] = await navigator.clipboard.read();
    if (!item?.types.includes(wanted)) return "";
    return (await item.getType(wanted)).text();
  }, type);

/** What elements of one of the extension's own pages say. */
export const said = (page: Page, selector: string) =>
  page.evaluate(
    (wanted) => [...document.querySelectorAll(wanted)].map(({ textContent }) => textContent.trim()),
    selector,
  );

/** Clicks on the first element of a page that a selector finds, once there is one. */
export async function press(page: Page, selector: string): Promise<void> {
  await page.bringToFront();
  await page.waitForSelector(selector);
  await page.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)!.click(), selector);
}

/** The list of saved quotes, with as many as are expected. */
export async function openList(session: Session, expected: number): Promise<Page> {
  const list = await session.openOwn("quotes.html");
  await expect.poll(() => said(list, ".quote").then((quotes) => quotes.length)).toBe(expected);
  return list;
}
