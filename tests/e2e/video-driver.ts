import type { Page } from "puppeteer-core";
import { beforeEach, expect } from "vitest";
import { transcriptRequests } from "../pages/talks.ts";
import type { Session } from "./browsers.ts";
import { clearAllData } from "./extension-driver.ts";
import { click, count, texts } from "./panel-driver.ts";

export const WATCH = "https://www.youtube.com/watch?v=";

/** Each test begins without a library and without settings. */
export const resetBefore = (session: () => Session) =>
  beforeEach(async () => {
    await clearAllData(session());
    transcriptRequests.splice(0);
  });

/** Clicks the tab and waits for the cleaned text. */
export async function openTranscript(page: Page): Promise<void> {
  await click(page, ".tab");
  await expect.poll(() => count(page, ".paragraph"), { timeout: 9000 }).toBeGreaterThan(3);
  await expect
    .poll(() => texts(page, ".note"), { timeout: 15_000 })
    .not.toContain("The text is still being cleaned up …");
}

/** Clicks the tab and waits for the sentence that tells why there is no transcript. */
export async function openFailure(page: Page): Promise<string> {
  await click(page, ".tab");
  await expect.poll(() => count(page, ".notice"), { timeout: 9000 }).toBe(1);
  return (await texts(page, ".notice p"))[0]!;
}
