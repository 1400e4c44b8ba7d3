import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { takeMoments, groupMoments } from "../../utils/search/results/group-moments.ts";
import { openSearcher } from "../../utils/search/results/create-searcher.ts";
import type { SearchResult } from "../../utils/search/results/searcher.ts";
import { builtFor } from "./browsers.ts";
import { clearStorage, readSettings, tabCount } from "./extension-driver.ts";
import { inBrowsers } from "./in-browsers.ts";
import { count, panelThere, playerTime, texts } from "./panel-driver.ts";

const QUERIES = [
  "notation as a tool for thought",
  "hummingbirds",
  "bayseian deep learning",
  "stable diffusion",
  '"clean water infrastructure"',
  "laplace approximation",
  "julia python",
  "vacc",
  "spectrograms",
  "uncertainty in healthcare",
];

/** Searches the library that was built for Chromium, with all moments that the popup may show. */
async function openBuiltLibrary(): Promise<(query: string) => Promise<SearchResult[]>> {
  const bytes = readFileSync(join(builtFor("chromium"), "library/search.bin"));
  const searcher = (await openSearcher(async (from, to) => bytes.subarray(from, to)))!;
  return async (query) => (await searcher.search(query, { limit: 50 })).results;
}

/** The popup's rows, in order. */
const rows = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(".row[data-episode]")].map((row) => [
      row.dataset["episode"],
      row.dataset["paragraphs"],
    ]),
  );

const type = async (page: Page, text: string) => {
  await page.bringToFront();
  await page.evaluate(() => {
    const field = document.querySelector("input")!;
    field.focus();
    field.select();
  });
  await page.keyboard.type(text);
};

/** Opens the first moment. The popup closes itself, perhaps before the driver has released the key. */
const openMoment = (popup: Page) =>
  popup.keyboard.press("Enter").catch(() => expect.poll(() => popup.isClosed()).toBe(true));

const focused = (page: Page) => page.evaluate(() => document.activeElement?.className ?? "");

/** The page that shows an episode's video, once it is there. */
async function pageAt(pages: () => Promise<Page[]>, part: string): Promise<Page> {
  await expect.poll(async () => (await pages()).some((page) => page.url().includes(part))).toBe(true);
  return (await pages()).find((page) => page.url().includes(part))!;
}

inBrowsers("popup", (session) => {
  it("lists every episode while nothing is typed", async () => {
    const popup = await session().openOwn("popup.html");
    await expect.poll(() => popup.evaluate(() => document.querySelectorAll(".row").length)).toBe(5);
    await popup.close();
  });

  it("lists episodes by their people above the moments, also with typing mistakes", async () => {
    const popup = await session().openOwn("popup.html");
    const episodes = () =>
      popup.evaluate(() =>
        [...document.querySelectorAll(".episodes .title")].map(({ textContent }) => textContent).toSorted(),
      );
    const both = [
      "The Simple but Profound Insight Behind Diffusion",
      "fast.ai Deep Learning Courses and Research",
    ];
    for (const query of ["jeremy howard", "jermey howrd"]) {
      await type(popup, query);
      await expect.poll(episodes, { message: query }).toEqual(both);
    }
    expect(await popup.evaluate(() => document.querySelector(".group")!.classList.contains("episodes"))).toBe(
      true,
    );
    await popup.close();
  });

  it("shows the moments of what the terminal finds", async () => {
    const popup = await session().openOwn("popup.html");
    const searchLibrary = await openBuiltLibrary();
    const printed = execFileSync(
      process.execPath,
      ["utils/cli/search-command.ts", QUERIES[0]!, "--json", "--limit", "50"],
      { encoding: "utf8" },
    );
    expect(JSON.parse(printed)).toEqual(await searchLibrary(QUERIES[0]!));
    for (const query of QUERIES) {
      const moments = takeMoments(groupMoments(await searchLibrary(query)), 10);
      const expected = moments.flatMap(({ moments: own }) =>
        own.map(({ best: { episode, paragraphs } }) => [episode, paragraphs.join("-")]),
      );
      expect(expected.length, query).toBeGreaterThan(0);
      await type(popup, query);
      await expect.poll(() => rows(popup), { message: query }).toEqual(expected);
    }
    await popup.close();
  });

  it("opens the moment in a new tab, and the next one of the episode in the same tab", async () => {
    const popup = await session().openOwn("popup.html");
    await type(popup, "notation as a tool for thought");
    await expect.poll(() => rows(popup)).not.toEqual([]);
    await openMoment(popup);
    const page = await pageAt(() => session().browser.pages(), "v=J6XcP4JOHmk");
    await expect.poll(() => count(page, ".paragraph.target")).toBe(1);
    expect((await texts(page, ".paragraph.target"))[0]).toContain("Notation as a Tool for Thought");
    await expect.poll(() => playerTime(page)).toBeGreaterThan(8 * 60 + 39);
    expect(await playerTime(page)).toBeLessThan(10 * 60 + 45);

    const second = await session().openOwn("popup.html");
    await type(second, "hummingbirds");
    await expect.poll(() => rows(second)).not.toEqual([]);
    const tabs = await tabCount(session());
    await openMoment(second);
    await expect
      .poll(async () => (await texts(page, ".paragraph.target"))[0] ?? "")
      .toContain("hummingbirds");
    await expect.poll(() => playerTime(page)).toBeGreaterThan(3600);
    expect(await tabCount(session())).toBeLessThanOrEqual(tabs);
    await page.close();
  });

  it("moves by arrows, opens with Enter where the focus is, and copies a quote", async () => {
    const popup = await session().openOwn("popup.html");
    await type(popup, "hummingbirds");
    await expect.poll(() => rows(popup)).not.toEqual([]);
    await popup.keyboard.press("ArrowDown");
    expect(await focused(popup)).toBe("moment");
    await popup.keyboard.press("ArrowUp");
    expect(await popup.evaluate(() => document.activeElement?.tagName)).toBe("INPUT");
    await popup.keyboard.press("ArrowDown");
    await popup.keyboard.press("Tab");
    expect(await focused(popup)).toBe("copy");
    await popup.keyboard.press("Enter");
    await expect
      .poll(() => popup.evaluate(() => document.querySelector(".said")?.textContent))
      .toBe("Quote copied");
    await popup.evaluate(() => document.querySelector("input")!.select());
    await popup.keyboard.down("Control");
    await popup.keyboard.press("v");
    await popup.keyboard.up("Control");
    const copied = await popup.evaluate(() => document.querySelector("input")!.value);
    expect(copied).toMatch(
      /^".*hummingbirds.*" — Jeremy Howard, fast\.ai .*, Lex Fridman Podcast \(1:\d\d:\d\d\) ?https:\/\/www\.youtube\.com\/watch\?v=J6XcP4JOHmk&t=\d+s$/s,
    );
    await popup.close();
  });

  it("says when nothing is found, and when not all words meet", async () => {
    const popup = await session().openOwn("popup.html");
    const said = () => popup.evaluate(() => document.querySelector(".count")?.textContent ?? "");
    await type(popup, "xyzzyqwx");
    await expect.poll(said).toBe("Nothing found in 5 episodes. Check the spelling, or try fewer words.");
    await type(popup, "hummingbirds laplace");
    await expect.poll(said).toMatch(/^No passage has all the words\. \d+ results with some of them:$/);
    await type(popup, "((([*\\ ");
    await expect.poll(said).toBe("Nothing found in 5 episodes. Check the spelling, or try fewer words.");
    await popup.close();
  });

  it("has the last query again, and earlier ones that led somewhere until they are forgotten", async () => {
    await clearStorage(session());
    const popup = await session().openOwn("popup.html");
    await type(popup, "hummingbirds");
    await expect.poll(() => rows(popup)).not.toEqual([]);
    await popup.keyboard.press("ArrowDown");
    await popup.keyboard.down("Control");
    await popup.keyboard.down("Shift");
    await popup.keyboard.press("C");
    await popup.keyboard.up("Shift");
    await popup.keyboard.up("Control");
    await expect
      .poll(() => popup.evaluate(() => document.querySelector(".said")?.textContent))
      .toBe("Quote copied");
    await expect.poll(() => readSettings(session())).toContain('"recentSearches":["hummingbirds"]');
    await popup.close();
    const again = await session().openOwn("popup.html");
    const value = () => again.evaluate(() => document.querySelector("input")?.value ?? "");
    await expect.poll(value).toBe("hummingbirds");
    await expect.poll(() => rows(again)).not.toEqual([]);
    await again.bringToFront();
    await again.evaluate(() => document.querySelector("input")!.select());
    await again.keyboard.press("Backspace");
    const chips = () =>
      again.evaluate(() => [...document.querySelectorAll(".chip")].map((c) => c.textContent));
    await expect.poll(chips).toEqual(["hummingbirds"]);
    await again.evaluate(() => document.querySelector<HTMLElement>(".chips .link")!.click());
    await expect.poll(chips).toEqual([]);
    await type(again, "learning speaker:fort");
    await expect.poll(chips).toEqual(["Vincent Fortuin"]);
    await again.evaluate(() => document.querySelector<HTMLElement>(".chip")!.click());
    await expect.poll(value).toBe('learning speaker:"Vincent Fortuin" ');
    await expect
      .poll(() =>
        again.evaluate(() =>
          [...document.querySelectorAll(".row[data-episode] .who")].map((w) => w.textContent).join(),
        ),
      )
      .toMatch(/^Vincent Fortuin/);
    await again.close();
    await clearStorage(session());
  });

  it("finds what only sounds like the query, and says so", async () => {
    const popup = await session().openOwn("popup.html");
    await type(popup, "cornebeeze ");
    await expect
      .poll(() => popup.evaluate(() => document.querySelector(".moment .note")?.textContent ?? ""))
      .toMatch(/^sounds similar/);
    await type(popup, "lytic");
    await expect
      .poll(() => popup.evaluate(() => document.querySelector(".moment .note")?.textContent ?? ""))
      .toBe("heard as “in lytic”");
    await popup.close();
  });

  it("says that the current page is an episode, or is none", async () => {
    const page = await session().open("https://www.youtube.com/watch?v=3hYYGiucS0U");
    await panelThere(page);
    const popup = await session().clickIcon(page);
    await expect
      .poll(() => popup.texts(".here p"))
      .toEqual(["This page: Bayesian Deep Learning & AI for Science with Vincent Fortuin"]);
    await popup.search("diffusion");
    // The word is said more often elsewhere, but this page comes first.
    await expect
      .poll(async () => (await popup.texts(".group .show"))[0])
      .toBe("This page · Learning Bayesian Statistics");
    await page.close();
    const other = await session().open("https://www.youtube.com/watch?v=aaaaaaaaaaa");
    const second = await session().clickIcon(other);
    await expect
      .poll(async () => (await second.texts(".here")).join())
      .toContain("The transcript of this video isn’t loaded yet.");
    await other.close();
  });
});

inBrowsers("the page with room to read", (session) => {
  it("searches what it was opened with, and stays open when a moment is opened", async () => {
    const library = await session().openOwn("library.html#q=hummingbirds");
    await expect.poll(() => rows(library)).not.toEqual([]);
    expect(await library.evaluate(() => document.querySelector("input")!.value)).toBe("hummingbirds");
    expect(await library.evaluate(() => document.querySelectorAll(".here").length)).toBe(0);
    await type(library, "so I once wrote a paper which was called notation as the tool of thinking");
    await expect
      .poll(() => library.evaluate(() => document.querySelector(".count")?.textContent ?? ""))
      .toMatch(/^Closest passages/);
    await expect
      .poll(() => library.evaluate(() => document.querySelectorAll(".differs").length))
      .toBeGreaterThan(0);
    await library.keyboard.press("Enter");
    const page = await pageAt(() => session().browser.pages(), "v=J6XcP4JOHmk");
    await expect.poll(() => count(page, ".paragraph.target")).toBe(1);
    expect(library.isClosed()).toBe(false);
    await page.close();
    await library.close();
  });
});
