import { expect, it } from "vitest";
import { transcriptRequests } from "../pages/talks.ts";
import { inBrowsers } from "./in-browsers.ts";
import { choose, openOptions } from "./options-driver.ts";
import { click, count, panelThere, standin, texts } from "./panel-driver.ts";
import { openFailure, openTranscript, resetBefore, WATCH } from "./video-driver.ts";

inBrowsers("a transcript that cannot be had", (session) => {
  resetBefore(session);

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
  resetBefore(session);

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
  resetBefore(session);

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
