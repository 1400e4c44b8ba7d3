import type { KeyInput, Page } from "puppeteer-core";
import { expect } from "vitest";
import { errorsOf } from "./browsers.ts";

/** What a person sees and does in the panel. Everything is read from the page from outside, nothing is stubbed. */

const HOST = "earmark-panel";

/** Runs in the page: the elements in the panel's shadow tree that a selector finds, as plain facts. */
const read = (page: Page, selector: string) =>
  page.evaluate(
    (host, inner) =>
      [...(document.querySelector(host)?.shadowRoot?.querySelectorAll(inner) ?? [])].map((element) => {
        // Words that run on in the next line are met in the first.
        const { x, y, width, height } = element.getClientRects()[0] ?? element.getBoundingClientRect();
        return {
          text: (element.textContent ?? "").replace(/\s+/g, " ").trim(),
          time: element.getAttribute("data-time"),
          index: Number(element.closest("[data-index]")?.getAttribute("data-index") ?? -1),
          box: { x, y, width, height },
        };
      }),
    HOST,
    selector,
  );

/** Waits until the panel's tab or its open form is there. */
export async function panelThere(page: Page): Promise<void> {
  await expect.poll(async () => (await read(page, ".tab, .panel")).length).toBe(1);
}

export const texts = async (page: Page, selector: string) =>
  (await read(page, selector)).map(({ text }) => text);
export const count = async (page: Page, selector: string) => (await read(page, selector)).length;
export const boxOf = async (page: Page, selector: string) => (await read(page, selector))[0]?.box ?? null;

/** A real click of the mouse on the middle of an element of the panel, once it stands still and nothing covers it. */
export async function click(page: Page, selector: string): Promise<void> {
  await expect.poll(() => count(page, selector)).toBeGreaterThan(0);
  if (selector.startsWith("[data-index")) await scrollByHand(page);
  await expect.poll(() => isStill(page, selector)).toBe(true);
  const box = (await boxOf(page, selector))!;
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

/** Who wants to click on a paragraph scrolls to it with the wheel, and so ends the following. */
async function scrollByHand(page: Page): Promise<void> {
  const list = (await boxOf(page, ".paragraphs"))!;
  await page.mouse.move(list.x + list.width / 2, list.y + 40);
  await page.mouse.wheel({ deltaY: 10 });
}

/**
 * Scrolls an element into view, and tells whether it is the one that a click would meet, some frames long: Firefox lays
 * out what comes into view a frame or two later (153), and then it is higher than was expected of it.
 */
const isStill = (page: Page, selector: string) =>
  page.evaluate(
    async (host, inner) => {
      const root = document.querySelector(host)?.shadowRoot;
      const element = root?.querySelector(inner);
      if (!root || !element) return false;
      element.scrollIntoView({ block: "nearest", behavior: "instant" });
      const middle = () => {
        const { x, y, width, height } = element.getClientRects()[0] ?? element.getBoundingClientRect();
        return [x + width / 2, y + height / 2] as const;
      };
      const before = middle();
      for (let frame = 0; frame < 6; frame++) await new Promise(requestAnimationFrame);
      const [x, y] = middle();
      return x === before[0] && y === before[1] && element.contains(root.elementFromPoint(x, y));
    },
    HOST,
    selector,
  );

/** Opens the panel by its tab, if it is not open yet, and waits until all of the text is there. */
export async function openPanel(page: Page): Promise<void> {
  await panelThere(page);
  if (await count(page, ".tab")) await click(page, ".tab");
  await expect.poll(() => count(page, ".paragraph")).toBeGreaterThan(3);
  await expect.poll(() => count(page, ".unbuilt")).toBe(0);
}

/** The words that are drawn as hits of a search, or as the current one. */
export const hits = (page: Page, name: "earmark-hits" | "earmark-hit") => drawn(page, name);

/** Words that are drawn in one of the panel's own ways. */
export const drawn = (page: Page, name: string) =>
  page.evaluate((wanted) => {
    const ranges = [...(CSS.highlights.get(wanted) ?? [])];
    return ranges.map(({ startContainer, startOffset, endContainer, endOffset }) => {
      const range = document.createRange();
      range.setStart(startContainer, startOffset);
      range.setEnd(endContainer, endOffset);
      return range.toString();
    });
  }, name);

/** Title that the open panel shows. */
export const title = async (page: Page) => (await texts(page, "h2"))[0] ?? null;

/** Index of the paragraph marked as being spoken. */
export const spoken = async (page: Page) =>
  (await read(page, ".paragraph[aria-current=true]"))[0]?.index ?? -1;

/** Time shown at a paragraph. */
export const timeAt = async (page: Page, index: number) =>
  (await read(page, `[data-index="${index}"] .time`))[0]?.time ?? null;

/** Seconds at which the page's own player stands. */
export const playerTime = (page: Page) =>
  page.evaluate(() => {
    const media = [...document.querySelectorAll("video, audio")].find((m) => !m.closest("[hidden]"));
    return (media as HTMLMediaElement | undefined)?.currentTime ?? -1;
  });

/** Sets the page's own player to a time. */
export const setPlayer = (page: Page, seconds: number) =>
  page.evaluate((s) => {
    const media = [...document.querySelectorAll("video, audio")].find((m) => !m.closest("[hidden]"));
    if (media) (media as HTMLMediaElement).currentTime = s;
  }, seconds);

/** What the stand-in page has noted: keys that reached it, and errors, its own and those of our scripts in it. */
export async function standin(page: Page): Promise<{ shortcuts: string[]; errors: string[] }> {
  const own = await page.evaluate(() => {
    const { shortcuts, errors } = (
      window as unknown as { standin: { shortcuts: string[]; errors: string[] } }
    ).standin;
    return { shortcuts, errors };
  });
  return { ...own, errors: [...own.errors, ...errorsOf(page)] };
}

/** Goes to another video of the stand-in without a page load. */
export const goTo = (page: Page, path: string) =>
  page.evaluate(
    (to) => (window as unknown as { standin: { go(p: string): Promise<void> } }).standin.go(to),
    path,
  );

/** An attribute of the first element of the panel that a selector finds; null without one. */
export const attribute = (page: Page, selector: string, name: string) =>
  page.evaluate(
    (host, inner, wanted) =>
      document.querySelector(host)?.shadowRoot?.querySelector(inner)?.getAttribute(wanted) ?? null,
    HOST,
    selector,
    name,
  );

/** Presses a key while an element of the panel has the focus. */
export async function press(page: Page, selector: string, key: KeyInput): Promise<void> {
  await page.bringToFront();
  await page.evaluate(
    (host, inner) =>
      document
        .querySelector(host)
        ?.shadowRoot?.querySelector<HTMLElement>(inner)
        ?.focus({ preventScroll: true }),
    HOST,
    selector,
  );
  await page.keyboard.press(key);
}
