import { browser } from "wxt/browser";
import type { Match } from "../library/catalog.ts";
import { askPage } from "../messages.ts";
import { isOurs, withheldHosts } from "./access.ts";

/** What the tab is that the popup was opened on. */
export type CurrentTab =
  | { kind: "page"; match: Match }
  /** The browser keeps this host from us. */
  | { kind: "withheld"; host: string }
  | { kind: "elsewhere" };

/**
 * Finds out what the current tab is for. A tab that was open before Earmark was installed gets its content script
 * now: the click on the icon allows that for this tab.
 */
export async function currentTab(): Promise<CurrentTab> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return { kind: "elsewhere" };
  const match = await askMatch(tab.id);
  if (match) return { kind: "page", match };
  const withheld = await withheldHosts();
  const host = tab.url && URL.canParse(tab.url) ? new URL(tab.url).host : null;
  if (host && withheld.includes(host)) return { kind: "withheld", host };
  if (!host && withheld[0]) return { kind: "withheld", host: withheld[0] };
  if (!isOurs(tab.url)) return { kind: "elsewhere" };
  await browser.scripting.executeScript({
    target: { tabId: tab.id },
    files: ["/content-scripts/episode.js"],
  });
  return { kind: "page", match: (await askMatch(tab.id)) ?? { kind: "none" } };
}

/** Null when no page of ours listens in the tab. */
const askMatch = (tab: number): Promise<Match | null> => askPage(tab, "page.match", null).catch(() => null);
