import type { Page } from "puppeteer-core";
import { beforeEach, expect, it } from "vitest";
import { parseTime } from "../../utils/transcript/model/clock-time.ts";
import { transcriptRequests } from "../pages/talks.ts";
import { inBrowsers } from "./in-browsers.ts";
import { choose, openOptions } from "./options-driver.ts";
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

const WATCH = "https://www.youtube.com/watch?v=";

beforeEach(() => void transcriptRequests.splice(0));

/** Clicks the tab and waits for the cleaned text. */
async function openTranscript(page: Page): Promise<void> {
  await click(page, ".tab");
  await expect.poll(() => count(page, ".paragraph"), { timeout: 9000 }).toBeGreaterThan(3);
  await expect
    .poll(() => texts(page, ".note"), { timeout: 15_000 })
    .not.toContain("The text is still being cleaned up …");
}

/** Clicks the tab and waits for the sentence that tells why there is no transcript. */
async function openFailure(page: Page): Promise<string> {
  await click(page, ".tab");
  await expect.poll(() => count(page, ".notice"), { timeout: 9000 }).toBe(1);
  return (await texts(page, ".notice p"))[0]!;
}

inBrowsers("a video that is not in the library", (session) => {
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
    await click(again, ".tab");
    await expect
      .poll(async () => (await texts(again, ".note.language"))[0])
      .toContain("Transcript in German");
    await again.close();
  });
});

inBrowsers("a transcript that cannot be had", (session) => {
  it.each([
    ["failnone__1", /^This video has no captions/],
    ["failnothing", /^YouTube has captions for this video but sent nothing/],
    ["failother_1", /^YouTube sent the transcript of another video/],
    ["failstart_1", /^YouTube sent only the beginning/],
    ["failtongue1", /^YouTube sent the transcript in another language/],
    ["faillive__1", /^This video is live/],
    ["failmember1", /^This video is for members/],
    ["failoffline", /^There is no connection/],
    ["failsilence", /^YouTube did not answer in time/],
  ])("is told in a sentence with a next step: %s", async (id, sentence) => {
    const page = await session().open(WATCH + id);
    expect(await openFailure(page)).toMatch(sentence);
    expect((await texts(page, ".notice button"))[0]).toBe("Try again");
    expect((await standin(page)).errors).toEqual([]);
    await page.close();
  });

  it("offers the other languages", async () => {
    const page = await session().open(`${WATCH}failtongue1`);
    await openFailure(page);
    await click(page, ".note.language .menu-button");
    await expect
      .poll(() => texts(page, ".note.language .items button"))
      .toEqual(["Japanese (auto-generated)", "Korean"]);
    await page.close();
  });

  it("is no failure where another way has it", async () => {
    const page = await session().open(`${WATCH}failrows__1`);
    await openTranscript(page);
    expect(transcriptRequests).toHaveLength(1);
    await page.close();
  });

  it("is loaded at the second try", async () => {
    const page = await session().open(`${WATCH}failonce__1`);
    expect(await openFailure(page)).toMatch(/^Earmark could not read YouTube’s page/);
    await click(page, ".notice button");
    await expect.poll(() => count(page, ".paragraph")).toBeGreaterThan(3);
    await page.close();
  });
});

inBrowsers("videos as the reader chose in the options", (session) => {
  it("are loaded as soon as the page opens", async () => {
    await choose(await openOptions(session()), "Load the transcript as soon as the page opens");
    const page = await session().open(`${WATCH}talkalways1`);
    await expect.poll(() => transcriptRequests.length).toBe(1);
    await click(page, ".tab");
    await expect.poll(() => count(page, ".paragraph")).toBeGreaterThan(3);
    expect(transcriptRequests).toHaveLength(1);
    await page.close();
  });

  it("show nothing", async () => {
    await choose(await openOptions(session()), "Show nothing");
    const page = await session().open(`${WATCH}talkrows__1`);
    const episode = await session().open(`${WATCH}J6XcP4JOHmk`);
    await panelThere(episode);
    expect(await count(page, ".tab, .panel")).toBe(0);
  });
});

inBrowsers("requests that YouTube refuses", (session) => {
  it("are not repeated before the time that the sentence names", async () => {
    const page = await session().open(`${WATCH}failrefused`);
    expect(await openFailure(page)).toMatch(/^YouTube refuses requests for transcripts until \d?\d:\d\d/);
    expect(await texts(page, ".notice button")).toEqual(["Try again", "Open YouTube’s transcript"]);
    await click(page, ".notice button");
    await expect.poll(() => texts(page, ".notice p")).toEqual([expect.stringMatching(/until/) as string]);
    expect(transcriptRequests).toHaveLength(1);
    await click(page, ".notice button:nth-of-type(2)");
    await expect
      .poll(() => page.evaluate(() => document.querySelectorAll(".rows > *").length))
      .toBeGreaterThan(100);
    await click(page, ".notice button");
    await expect.poll(() => count(page, ".paragraph")).toBeGreaterThan(3);
    expect(transcriptRequests).toHaveLength(1);
    await page.close();
  });
});
