import { browser } from "wxt/browser";
import type { PageMatch } from "../library/match-page.ts";
import { sendToPage } from "./messages.ts";
import { isMatchedUrl, findWithheldHosts } from "./access.ts";

/** What Earmark can do in the tab that the popup was opened on. */
export type CurrentTab =
  | { kind: "page"; match: PageMatch }
  /** The browser withholds the tab's host or, when the tab's address is unknown, these hosts. */
  | { kind: "withheld"; hosts: string[] }
  | { kind: "elsewhere" };

/**
 * Resolves what the current tab shows. A tab that was open before the installation gets its content script now, which
 * the click on the icon allows (https://developer.chrome.com/docs/extensions/develop/concepts/activeTab).
 */
export async function resolveCurrentTab(): Promise<CurrentTab> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const match = tab?.id === undefined ? null : await requestMatch(tab.id);
  if (match) return { kind: "page", match };
  const withheld = await findWithheldHosts();
  const host = tab?.url && URL.canParse(tab.url) ? new URL(tab.url).host : "";
  if (withheld.includes(host)) return { kind: "withheld", hosts: [host] };
  const started = await startInTab(tab);
  if (started) return { kind: "page", match: started };
  return withheld.length ? { kind: "withheld", hosts: withheld } : { kind: "elsewhere" };
}

/** Starts Earmark in the active tab, after the reader granted access to its host. */
export async function startInCurrentTab(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id !== undefined && !(await requestMatch(tab.id))) await startInTab(tab);
}

/** Makes every open page ask the background again, after a site was switched on or off. */
export async function refreshAllTabs(): Promise<void> {
  const tabs = await browser.tabs.query({});
  // Tabs without the content script reject.
  await Promise.all(
    tabs.map(({ id }) => id !== undefined && sendToPage(id, "page.refresh", null).catch(() => null)),
  );
}

interface TabInfo {
  id?: number | undefined;
  url?: string | undefined;
}

/** Runs the content script in a tab of a supported site; null in other tabs. */
async function startInTab(tab: TabInfo | undefined): Promise<PageMatch | null> {
  if (tab?.id === undefined || !isMatchedUrl(tab.url)) return null;
  await browser.scripting.executeScript({
    target: { tabId: tab.id },
    files: ["/episode.js"],
  });
  return requestMatch(tab.id);
}

/** Null when the tab has no content script. The page answers once the background has identified it. */
const requestMatch = (tab: number): Promise<PageMatch | null> =>
  sendToPage(tab, "page.getMatch", null).catch(() => null);
