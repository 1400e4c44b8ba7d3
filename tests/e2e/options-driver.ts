import type { Page } from "puppeteer-core";
import type { Session } from "./browsers.ts";

/** The options page, drawn. */
export async function openOptions(session: Session): Promise<Page> {
  const page = await session.openOwn("options.html");
  await page.waitForSelector("main");
  return page;
}

/**
 * Clicks on the choices or buttons of the options page that say some words: each is drawn before the next, but the
 * browser has not kept it by then.
 */
export const choose = (page: Page, ...words: string[]) =>
  page.evaluate(async (wanted) => {
    for (const each of wanted) {
      const all = [...document.querySelectorAll<HTMLElement>("label, button")];
      all.find(({ textContent }) => textContent.trim() === each)!.click();
      await Promise.resolve();
    }
  }, words);

/** All that the page says. */
export const said = (page: Page) => page.evaluate(() => document.body.textContent);

/** An attribute of the panel's element in a page. */
export const hostAttribute = (page: Page, name: string) =>
  page.evaluate((wanted) => document.querySelector("earmark-panel")?.getAttribute(wanted) ?? null, name);
