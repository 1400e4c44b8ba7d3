import { browser } from "wxt/browser";
import type { CatalogEpisode } from "../library/library-model.ts";
import { installedLibrary } from "./installed-library.ts";
import { sendToPage, type MomentToOpen } from "./messages.ts";
import { pickLink, createTimedLink, type PageLink } from "../quote/links.ts";
import { toSuccess, toFailure, type Result } from "../shared/result.ts";
import { episodeTabs, waitingMoments } from "./session.ts";
import { syncPoints } from "./settings.ts";
import { getSiteId } from "../sites/sites.ts";
import { createSiteClock, type SyncPoint } from "../transcript/timing/sync-points.ts";
import { toSeekSeconds } from "../transcript/model/text-position.ts";
import type { Setting } from "./define-setting.ts";

/** Opens a moment in the tab that shows its episode, or in a new tab. */
export async function openMoment(moment: MomentToOpen, newTab: boolean): Promise<Result<null>> {
  if (!newTab && (await showInOpenTab(moment))) return toSuccess(null);
  const episode = await installedLibrary.findEpisode(moment.episode);
  if (!episode.ok) return episode;
  const link = pickLink(episode.value.links);
  if (!link) return toFailure("no-episode");
  return openTab(await computeLandingUrl(episode.value, link, moment.seconds), moment);
}

/**
 * Computes the address that opens a link at a time, corrected by the sync points of the link's site.
 * @param seconds On the transcript's own clock; null for the start.
 */
async function computeLandingUrl(
  { id, timing }: Pick<CatalogEpisode, "id" | "timing">,
  link: PageLink,
  seconds: number | null,
): Promise<string> {
  const siteSeconds = seconds === null ? null : createSiteClock(await readSyncPoints(id, link))(seconds);
  return createTimedLink(link, siteSeconds && toSeekSeconds(siteSeconds, timing));
}

/** Reads the reader's sync points of an episode on the site of a link. */
const readSyncPoints = async (episode: string, { url }: PageLink): Promise<SyncPoint[]> =>
  (await syncPoints.get())[episode]?.[getSiteId(new URL(url))] ?? [];

/** A moment waits this long for its page; after that the tab can show something else. */
const PAGE_TIMEOUT_MS = 60_000;

async function openTab(url: string, moment: MomentToOpen): Promise<Result<null>> {
  const tab = await browser.tabs.create({ url });
  await setTabEntry(waitingMoments, tab.id, { moment, until: Date.now() + PAGE_TIMEOUT_MS });
  return toSuccess(null);
}

async function showInOpenTab(moment: MomentToOpen): Promise<boolean> {
  const tabs = Object.entries(await episodeTabs.get()).filter(([, episode]) => episode === moment.episode);
  const [front] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  const ids = tabs.map(([id]) => Number(id)).toReversed();
  for (const tabId of ids.toSorted((a, b) => Number(b === front?.id) - Number(a === front?.id))) {
    // A page that was closed rejects; one that shows another episode by now answers false.
    const shown = await sendToPage(tabId, "page.showMoment", { moment }).catch(() => false);
    if (!shown) continue;
    const tab = await browser.tabs.update(tabId, { active: true });
    if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
    return true;
  }
  return false;
}

/** Remembers which episode a tab shows; null for none. */
export const rememberTabEpisode = (tabId: number, episode: string | null) =>
  setTabEntry(episodeTabs, tabId, episode);

/** Reads which episode a tab shows, by the last report of its page; null for none. */
export const getTabEpisode = async (tabId: number): Promise<string | null> =>
  (await episodeTabs.get())[tabId] ?? null;

/** Takes the moment that waits for a tab's page, so that it is shown once. */
export async function takeWaitingMoment(tabId: number, episode: string): Promise<MomentToOpen | null> {
  const waiting = (await waitingMoments.get())[tabId];
  if (!waiting) return null;
  await setTabEntry(waitingMoments, tabId, null);
  return waiting.moment.episode === episode && Date.now() < waiting.until ? waiting.moment : null;
}

/** Forgets a tab that was closed. */
export async function forgetTab(tabId: number): Promise<void> {
  await rememberTabEpisode(tabId, null);
  await setTabEntry(waitingMoments, tabId, null);
}

async function setTabEntry<T>(
  setting: Setting<{ [tab: string]: T }>,
  tabId: number | undefined,
  value: T | null,
): Promise<void> {
  if (tabId === undefined) return;
  await setting.update((all) => {
    const { [String(tabId)]: _, ...others } = all;
    return value === null ? others : { ...others, [tabId]: value };
  });
}
