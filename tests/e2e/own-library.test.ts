import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { describe, expect, it } from "vitest";
import { inBrowsers, KIND } from "./in-browsers.ts";
import {
  createLongEpisode,
  createOwnEpisode,
  readStoredKeys,
  saveOwnEpisode,
  sendToBackground,
} from "./own-library-driver.ts";
import { choose, openOptions, said } from "./options-driver.ts";
import { launchSession } from "./shared-session.ts";

const VIDEO = "aaaaaaaaaaa";
const TALK = createOwnEpisode(
  VIDEO,
  ["Welcome to the show about lighthouses.", "Every lighthouse has a quinquagesimal lantern room."],
  "2026-11-27T10:00:00.000Z",
);

/** Types a query into a page with the search. */
async function search(page: Page, query: string): Promise<void> {
  await page.bringToFront();
  await page.waitForSelector("input");
  await page.evaluate(() => {
    const field = document.querySelector("input")!;
    field.focus();
    field.select();
  });
  await page.keyboard.type(query);
}

/** Ids of the episodes with moments in a page's results. */
const getFoundEpisodes = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(".row[data-episode]")].map((row) => row.dataset["episode"]),
  );

inBrowsers("the reader's own library", (session) => {
  it("finds an episode a moment after it was added, in a page that was open before", async () => {
    const page = await session().openOwn("library.html");
    await search(page, "quinquagesimal");
    expect(await saveOwnEpisode(session(), TALK)).toEqual({ ok: true, value: null });
    await expect.poll(() => getFoundEpisodes(page)).toContain(`youtube:${VIDEO}`);
    await page.close();
  });

  it("answers with the transcript until the episode is removed, and again when that is undone", async () => {
    const load = () => sendToBackground(session(), "background.loadTranscript", { episode: TALK.facts.id });
    expect(await load()).toEqual({ ok: true, value: TALK.transcript });
    const page = await session().openOwn("library.html");
    await search(page, "quinquagesimal");
    await expect.poll(() => getFoundEpisodes(page)).toContain(`youtube:${VIDEO}`);
    const change = (name: string) =>
      sendToBackground(session(), `background.${name}Episodes`, { episodes: [TALK.facts.id] });
    expect(await change("remove")).toEqual({ ok: true, value: null });
    await expect.poll(() => getFoundEpisodes(page)).not.toContain(`youtube:${VIDEO}`);
    expect(await load()).toEqual({ ok: false, reason: "no-episode" });
    expect(await change("restore")).toEqual({ ok: true, value: null });
    await expect.poll(() => getFoundEpisodes(page)).toContain(`youtube:${VIDEO}`);
    expect(await load()).toEqual({ ok: true, value: TALK.transcript });
    await page.close();
  });

  it("replaces an episode that is added again", async () => {
    const again = createOwnEpisode(
      VIDEO,
      ["Nothing but a sesquipedalian foghorn."],
      "2026-11-27T11:00:00.000Z",
    );
    await saveOwnEpisode(session(), again);
    const page = await session().openOwn("library.html");
    await search(page, "sesquipedalian");
    await expect.poll(() => getFoundEpisodes(page)).toContain(`youtube:${VIDEO}`);
    await search(page, '"quinquagesimal lantern"');
    await expect.poll(() => getFoundEpisodes(page)).toEqual([]);
    expect((await readStoredKeys(session()))["episodes"]).toEqual([`youtube:${VIDEO}`]);
    await page.close();
  });

  it("builds its index again when the segments are lost", async () => {
    await session().welcome.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.open("earmark-library");
          request.addEventListener("success", () => {
            const transaction = request.result.transaction(["segments", "segmentData"], "readwrite");
            transaction.objectStore("segmentData").clear();
            transaction.addEventListener("complete", () => {
              request.result.close();
              resolve();
            });
            transaction.addEventListener("error", () => reject(transaction.error!));
          });
        }),
    );
    const page = await session().openOwn("library.html");
    await search(page, "sesquipedalian");
    await expect.poll(() => getFoundEpisodes(page)).toContain(`youtube:${VIDEO}`);
    await page.close();
  });
});

inBrowsers("a page of a video in the reader's library", (session) => {
  it("opens its transcript", async () => {
    const video = "bbbbbbbbbbb";
    await saveOwnEpisode(session(), createLongEpisode(video, "2026-11-27T10:00:00.000Z"));
    const page = await session().open(`https://www.youtube.com/watch?v=${video}`);
    await page.waitForSelector("earmark-panel");
    await page.evaluate(() =>
      document.querySelector("earmark-panel")!.shadowRoot!.querySelector<HTMLElement>(".tab")!.click(),
    );
    await expect
      .poll(() =>
        page.evaluate(
          () => document.querySelector("earmark-panel")!.shadowRoot!.querySelectorAll("[data-index]").length,
        ),
      )
      .toBeGreaterThan(3);
    await page.close();
  });
});

inBrowsers("a library of a later version", (session) => {
  it("is left alone, and adding says why it fails", async () => {
    await session().welcome.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.open("earmark-library", 99);
          request.addEventListener("upgradeneeded", () => {
            // Upkeep of the library may have created its stores again since they were deleted.
            const { result } = request;
            while (result.objectStoreNames.length > 0) result.deleteObjectStore(result.objectStoreNames[0]!);
            result.createObjectStore("other");
          });
          request.addEventListener("success", () => {
            request.result.close();
            resolve();
          });
          request.addEventListener("error", () => reject(request.error!));
        }),
    );
    expect(await saveOwnEpisode(session(), TALK)).toEqual({ ok: false, reason: "episodes-newer" });
    expect(await readStoredKeys(session())).toEqual({ other: [] });
    // The shipped episodes are searched all the same.
    const page = await session().openOwn("library.html");
    await search(page, "hummingbirds");
    await expect.poll(() => getFoundEpisodes(page)).not.toEqual([]);
    await page.close();
  });

  it("goes when everything is deleted, and episodes can be added", async () => {
    const options = await openOptions(session());
    await choose(options, "Delete everything");
    await choose(options, "Yes, delete");
    await expect.poll(() => said(options)).toContain("Everything was deleted.");
    await options.close();
    expect(await saveOwnEpisode(session(), TALK)).toEqual({ ok: true, value: null });
  });
});

describe(`the reader's own library (${KIND})`, () => {
  it("survives a restart of the browser", async () => {
    const profile = mkdtempSync(join(tmpdir(), "earmark-profile-"));
    const first = await launchSession(KIND, { profile });
    try {
      expect(await saveOwnEpisode(first, TALK)).toEqual({ ok: true, value: null });
    } finally {
      await first.close();
    }
    const second = await launchSession(KIND, { profile });
    try {
      const page = await second.openOwn("library.html");
      await search(page, "quinquagesimal");
      await expect.poll(() => getFoundEpisodes(page)).toContain(`youtube:${VIDEO}`);
    } finally {
      await second.close();
    }
    rmSync(profile, { recursive: true, force: true });
  });
});
