import { expect, it } from "vitest";
import { parseTime } from "../../utils/transcript/model/clock-time.ts";
import { transcriptRequests } from "../pages/talks.ts";
import { iconOfNewestTab } from "./extension-driver.ts";
import { inBrowsers } from "./in-browsers.ts";
import {
  click,
  count,
  goTo,
  panelThere,
  playerTime,
  press,
  standin,
  texts,
  timeAt,
  title,
} from "./panel-driver.ts";
import { openTranscript, resetBefore, WATCH } from "./video-driver.ts";

inBrowsers("a video that is not in the library", (session) => {
  resetBefore(session);

  it("has a tab and costs no request before a click", async () => {
    const page = await session().open(`${WATCH}talkwhole_1`);
    await panelThere(page);
    expect(await texts(page, ".tab")).toEqual(["Transcript"]);
    expect(transcriptRequests).toEqual([]);
    await openTranscript(page);
    expect(transcriptRequests).toEqual([{ video: "talkwhole_1", language: "en", hasAuthorization: false }]);
    expect(await title(page)).toBe("Networks as modules");
    expect(await texts(page, "header p")).toEqual(["Fox Talks"]);
    expect((await standin(page)).errors).toEqual([]);
    await page.close();
  });

  it("is cleaned, with chapters as headings, and can be searched", async () => {
    const page = await session().open(`${WATCH}talkwhole_1`);
    await openTranscript(page);
    expect((await texts(page, ".paragraph"))[0]).toMatch(/[A-Z][^.?]+[.?]/);
    expect(await texts(page, "h3")).toEqual(["Intro", "Modules", "Outlook"]);
    await click(page, ".find input");
    const word = /\b[a-z]{6,}\b/.exec((await texts(page, ".paragraph .text"))[0]!)![0];
    await page.keyboard.type(word);
    await expect.poll(async () => (await texts(page, ".find")).join()).toMatch(/1 of \d+/);
    await page.close();
  });

  it("follows and jumps", async () => {
    const page = await session().open(`${WATCH}talkwhole_1`);
    await openTranscript(page);
    const seconds = parseTime((await timeAt(page, 4))!)!;
    expect(seconds).toBeGreaterThan(10);
    await click(page, '[data-index="4"] .time');
    await expect.poll(() => playerTime(page)).toBeGreaterThan(seconds - 1);
    expect(await playerTime(page)).toBeLessThan(seconds + 5);
    await page.close();
  });

  it("reads chapters that are rows", async () => {
    const page = await session().open(`${WATCH}talkrows__1`);
    await openTranscript(page);
    expect(await texts(page, "h3")).toEqual(["Intro", "Modules"]);
    await page.close();
  });

  it("is loaded by the reader's key", async () => {
    const page = await session().open(`${WATCH}talkwhole_1`);
    await panelThere(page);
    await press(page, ".tab", "Enter");
    await expect.poll(() => count(page, ".paragraph")).toBeGreaterThan(3);
    expect((await standin(page)).shortcuts).toEqual([]);
    await page.close();
  });

  it("is in the library from then on, without another request", async () => {
    const page = await session().open(`${WATCH}talkdubs__1`);
    await openTranscript(page);
    await expect.poll(async () => (await iconOfNewestTab(session())).badge).toBe("✓");
    const first = await texts(page, ".paragraph .text");
    await page.reload();
    await expect.poll(() => texts(page, ".paragraph .text")).toEqual(first);
    expect(transcriptRequests).toHaveLength(1);
    await expect
      .poll(async () => (await texts(page, ".note.language"))[0])
      .toContain("Transcript in Japanese");
    await page.close();
  });

  it("is gone with its page", async () => {
    const page = await session().open(`${WATCH}talkwhole_1`);
    await openTranscript(page);
    await goTo(page, "/watch?v=talkrows__1");
    await expect.poll(() => texts(page, ".tab")).toEqual(["Transcript"]);
    expect(await count(page, ".panel")).toBe(0);
    await openTranscript(page);
    expect(await title(page)).toBe("Chapters among rows");
    await goTo(page, "/");
    await expect.poll(() => count(page, ".tab, .panel")).toBe(0);
    await page.close();
  });

  it("drops an answer that comes after a change of videos", async () => {
    const page = await session().open(`${WATCH}talkslow__1`);
    await click(page, ".tab");
    await expect.poll(() => transcriptRequests.length).toBe(1);
    await goTo(page, "/watch?v=talkrows__1");
    await openTranscript(page);
    expect(await title(page)).toBe("Chapters among rows");
    expect(await texts(page, "h3")).toEqual(["Intro", "Modules"]);
    await page.close();
  });

  it.each([
    ["https://www.youtube.com/shorts/talkwhole_1", "a Short"],
    ["https://www.youtube.com/embed/talkwhole_1", "an embedded player"],
    ["https://www.youtube.com/live/talkwhole_1", "a stream that has ended"],
    ["https://m.youtube.com/watch?v=talkwhole_1", "the mobile site"],
    ["https://music.youtube.com/watch?v=talkwhole_1", "YouTube Music"],
  ])("is loaded on %s: %s", async (address) => {
    const page = await session().open(address);
    await openTranscript(page);
    expect(await title(page)).toBe("Networks as modules");
    await page.close();
  });
});

inBrowsers("the ways to a transcript", (session) => {
  resetBefore(session);

  it.each([
    ["talkwhole_1&opened", "YouTube's own transcript, which is open", 0],
    ["talkplayer1", "the player", 1],
    ["talkmodern1", "YouTube's own transcript, opened out of sight", 1],
    ["talklegacy1", "its older form", 1],
  ])("%s: %s", async (id, _way, requests) => {
    const page = await session().open(WATCH + id);
    await openTranscript(page);
    expect(transcriptRequests).toHaveLength(requests);
    const text = (await texts(page, ".paragraph")).join(" ");
    expect(text).not.toMatch(/\d+ seconds/);
    expect((await standin(page)).errors).toEqual([]);
    await page.close();
  });

  it("leaves the page's captions and panel as they were", async () => {
    const page = await session().open(`${WATCH}talkplayer2`);
    await openTranscript(page);
    const tracks = await page.evaluate(
      () => (window as unknown as { standin: { tracks: string[] } }).standin.tracks,
    );
    expect(tracks).toEqual(["", "en", ""]);
    await page.goto(`${WATCH}talkmodern2`);
    await openTranscript(page);
    expect(
      await page.evaluate(() =>
        document.querySelector("ytd-engagement-panel-section-list-renderer")?.getAttribute("visibility"),
      ),
    ).toBe("ENGAGEMENT_PANEL_VISIBILITY_HIDDEN");
    await page.close();
  });
});

inBrowsers("the language of a transcript", (session) => {
  resetBefore(session);

  it("is the one that is spoken, and can be changed for the channel", async () => {
    const page = await session().open(`${WATCH}talkdubs__1`);
    await openTranscript(page);
    expect(transcriptRequests.map(({ language }) => language)).toEqual(["ja"]);
    expect((await texts(page, ".note.language"))[0]).toContain("Transcript in Japanese · Change");
    await click(page, ".note.language .menu-button");
    await expect
      .poll(() => texts(page, ".note.language .items button"))
      .toEqual(["Japanese (auto-generated)", "German"]);
    await click(page, ".note.language .items button:last-child");
    await expect.poll(async () => (await texts(page, ".note.language"))[0]).toContain("Transcript in German");
    await expect.poll(() => transcriptRequests.map(({ language }) => language)).toEqual(["ja", "de"]);
    await expect.poll(() => texts(page, ".paragraph")).toContainEqual(expect.stringMatching(/fuchs/i));
    await page.close();
    const again = await session().open(`${WATCH}talkdubs__1`);
    await expect
      .poll(async () => (await texts(again, ".note.language"))[0])
      .toContain("Transcript in German");
    await again.close();
  });
});
