import { browser } from "wxt/browser";
import type { PageMatch } from "../library/match-page.ts";
import { sendToPage } from "./messages.ts";
import { isMatchedUrl, findWithheldHosts } from "./access.ts";

/** What the tab is that the popup was opened on. */
export type CurrentTab =
  | { kind: "page"; match: PageMatch }
  /** The browser keeps hosts from us: the tab's own or, where it is not known, all that are kept. */
  | { kind: "withheld"; hosts: string[] }
  | { kind: "elsewhere" };

/**
 * Finds out what the current tab is for. A tab that was open before Earmark was installed gets its content script
 * now: the click on the icon allows that for this tab.
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

/** Starts Earmark in the tab in front, after access to its host was given. */
export async function startInCurrentTab(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id !== undefined && !(await requestMatch(tab.id))) await startInTab(tab);
}

/** Has every open page ask anew what it is for: a site may be switched on or off now. */
export async function refreshAllTabs(): Promise<void> {
  const tabs = await browser.tabs.query({});
  // Where no page of ours listens there is nothing to look at.
  await Promise.all(
    tabs.map(({ id }) => id !== undefined && sendToPage(id, "page.refresh", null).catch(() => null)),
  );
}

interface TabInfo {
  id?: number | undefined;
  url?: string | undefined;
}

/** Puts the content script into a tab on one of our sites; null on any other page. */
async function startInTab(tab: TabInfo | undefined): Promise<PageMatch | null> {
  if (tab?.id === undefined || !isMatchedUrl(tab.url)) return null;
  await browser.scripting.executeScript({
    target: { tabId: tab.id },
    files: ["/episode.js"],
  });
  return requestMatch(tab.id);
}

/** Null when no page of ours listens in the tab. It answers when it has found out what it is for. */
const requestMatch = (tab: number): Promise<PageMatch | null> =>
  sendToPage(tab, "page.getMatch", null).catch(() => null);
