import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { inBrowsers, KIND } from "./in-browsers.ts";
import { choose, openOptions, said as saidOn } from "./options-driver.ts";
import { count, texts } from "./panel-driver.ts";
import { openList, openToQuote, said, saveParagraph } from "./quotes-driver.ts";
import { launchSession } from "./shared-session.ts";

const LEX = "https://www.youtube.com/watch?v=J6XcP4JOHmk";

describe(`saved quotes (${KIND})`, () => {
  it("survive an update of the extension and a restart of the browser", async () => {
    const profile = mkdtempSync(join(tmpdir(), "earmark-profile-"));
    const first = await launchSession(KIND, { profile });
    try {
      const page = await openToQuote(first, LEX);
      await saveParagraph(page, 12);
      await expect.poll(() => texts(page, ".said")).toEqual(["Quote saved"]);
      await first.update();
      await (await openList(first, 1)).close();
    } finally {
      await first.close();
    }
    const second = await launchSession(KIND, { profile });
    try {
      const list = await openList(second, 1);
      expect((await said(list, "blockquote"))[0]!.length).toBeGreaterThan(10);
    } finally {
      await second.close();
    }
    rmSync(profile, { recursive: true, force: true });
  });
});

inBrowsers("quotes of a later version", (session) => {
  it("are left alone, and the list and the panel explain why", async () => {
    await session().welcome.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const asked = indexedDB.open("earmark-quotes", 9);
          asked.addEventListener("upgradeneeded", () => asked.result.createObjectStore("other"));
          asked.addEventListener("success", () => {
            asked.result.close();
            resolve();
          });
          asked.addEventListener("error", () => reject(asked.error!));
        }),
    );
    const list = await session().openOwn("quotes.html");
    await expect
      .poll(() => said(list, ".notice p"))
      .toEqual([expect.stringContaining("written by a newer version of Earmark")]);
    await list.close();
    const page = await openToQuote(session(), LEX);
    await saveParagraph(page, 12);
    await expect
      .poll(() => texts(page, ".said"))
      .toEqual([expect.stringContaining("written by a newer version of Earmark")]);
    await page.close();
  });

  it("are deleted with everything else, and new ones can be saved", async () => {
    const options = await openOptions(session());
    await choose(options, "Delete everything");
    await choose(options, "Yes, delete");
    await expect.poll(() => saidOn(options)).toContain("Everything was deleted.");
    await options.close();
    const page = await openToQuote(session(), LEX);
    await saveParagraph(page, 12);
    await expect.poll(() => texts(page, ".said")).toEqual(["Quote saved"]);
    await (await openList(session(), 1)).close();
    await page.close();
  });
});

/** A record as version 1 of the database has it. Its words were corrected: heard was "sex the phone". */
const VERSION_1_RECORD = {
  id: "0b8f7a52-5d0e-4a51-9d0c-3a1d2f4b6c8e",
  episodeId: "lex-fridman-035",
  episode: {
    title: "fast.ai Deep Learning Courses and Research",
    show: "Lex Fridman Podcast",
    number: 35,
    hosts: ["Lex Fridman"],
    guests: ["Jeremy Howard"],
    published: "2019-08-27",
  },
  said: [
    { speaker: "Jeremy Howard", text: "Saxophone.", heard: "sex the phone", seconds: 169.69 },
    { speaker: "Lex Fridman", text: "Sax.", heard: "sax", seconds: null, cut: true },
  ],
  anchor: {
    words: "Saxophone.",
    heard: "sex the phone",
    before: "Yeah. What's your favorite instrument?",
    after: "",
    paragraph: 15,
    seconds: 169.69,
  },
  seconds: 169.69,
  timing: "exact",
  url: LEX,
  note: "Played it myself.",
  tags: ["music"],
  created: "2026-11-26T10:00:00.000Z",
  changed: "2026-11-26T11:00:00.000Z",
};

inBrowsers("a database of version 1", (session) => {
  it("is converted when it is opened, and its quotes are listed and marked", async () => {
    await session().welcome.evaluate(
      (record) =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.open("earmark-quotes", 1);
          request.addEventListener("upgradeneeded", () => {
            const quotes = request.result.createObjectStore("quotes", { keyPath: "id" });
            quotes.createIndex("episodeId", "episodeId");
            quotes.createIndex("created", "created");
            quotes.put(record);
          });
          request.addEventListener("success", () => {
            request.result.close();
            resolve();
          });
          request.addEventListener("error", () => reject(request.error!));
        }),
      VERSION_1_RECORD,
    );
    const list = await openList(session(), 1);
    expect((await said(list, ".quote"))[0]).toMatch(/Saxophone\.[^]*Played it myself\.[^]*music/);
    const stored = await list.evaluate(
      () =>
        new Promise<{ version: number; quotes: unknown[] }>((resolve, reject) => {
          const request = indexedDB.open("earmark-quotes");
          request.addEventListener("error", () => reject(request.error!));
          request.addEventListener("success", () => {
            const { result: database } = request;
            const reading = database.transaction("quotes").objectStore("quotes").getAll();
            reading.addEventListener("success", () => {
              database.close();
              resolve({ version: database.version, quotes: reading.result });
            });
          });
        }),
    );
    const { said: paragraphs, anchor, changed: modified, ...others } = VERSION_1_RECORD;
    const { words: exact, heard, before: prefix, after: suffix, paragraph, seconds: mediaTime } = anchor;
    const selector = { exact, heard, prefix, suffix, paragraph, mediaTime };
    expect(stored).toEqual({ version: 2, quotes: [{ ...others, paragraphs, selector, modified }] });
    await list.close();
    const page = await openToQuote(session(), LEX);
    await expect.poll(() => count(page, ".is-saved")).toBe(1);
    await page.close();
  });
});
