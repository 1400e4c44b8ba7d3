import type { Page } from "puppeteer-core";
import type { Session } from "./browsers.ts";

/** The options page, drawn. */
export async function openOptions(session: Session): Promise<Page> {
  const page = await session.openOwn("options.html");
  await page.waitForSelector("main");
  return page;
}

/** A click on the choice or button of the options page that says some words. */
export const choose = (page: Page, words: string) =>
  page.evaluate((wanted) => {
    const all = [...document.querySelectorAll<HTMLElement>("label, button")];
    all.find(({ textContent }) => textContent.trim() === wanted)!.click();
  }, words);

/** All that the page says. */
export const said = (page: Page) => page.evaluate(() => document.body.textContent);

/** An attribute of the panel's element in a page. */
export const hostAttribute = (page: Page, name: string) =>
  page.evaluate((wanted) => document.querySelector("earmark-panel")?.getAttribute(wanted) ?? null, name);
