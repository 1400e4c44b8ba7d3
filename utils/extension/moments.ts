import { browser } from "wxt/browser";
import type { CatalogEpisode, EpisodeLink } from "../library/facts.ts";
import { shippedCatalog } from "../library/shipped.ts";
import { askPage, type MomentToOpen } from "../messages.ts";
import { bestLink, linkAt } from "../quote/links.ts";
import { toSuccess, toFailure, type Result } from "../result.ts";
import { episodeTabs, waitingMoments } from "../session.ts";
import { taps } from "../settings.ts";
import { siteOf } from "../sites/adapters.ts";
import { createSiteClock, type SyncPoint } from "../transcript/timing/shifts.ts";
import { toSeekSeconds } from "../transcript/times.ts";
import { change, type Kept } from "./change.ts";

/** Opens a moment: in the tab that shows its episode if there is one, else in a new one. */
export async function openMoment(moment: MomentToOpen, newTab: boolean): Promise<Result<null>> {
  if (!newTab && (await showInOpenTab(moment))) return toSuccess(null);
  const catalog = await shippedCatalog();
  if (!catalog.ok) return catalog;
  const episode = catalog.value.find(({ id }) => id === moment.episode);
  const link = episode && bestLink(episode.links);
  if (!link) return toFailure("no-episode");
  return openTab(await landingLink(episode, link, moment.seconds), moment);
}

/** The address that opens a link of an episode where something is said, by the clock of the link's own site. */
export async function landingLink(
  { id, timing }: Pick<CatalogEpisode, "id" | "timing">,
  link: EpisodeLink,
  seconds: number | null,
): Promise<string> {
  const here = seconds === null ? null : createSiteClock(await tapsOn(id, link))(seconds);
  return linkAt(link, here && toSeekSeconds(here, timing));
}

/** Where the reader moved the times of an episode on the site of a link. */
export const tapsOn = async (episode: string, { url }: EpisodeLink): Promise<SyncPoint[]> =>
  (await taps.getValue())[episode]?.[siteOf(new URL(url))] ?? [];

/** A page that takes longer than this is not waited for; the reader may be elsewhere in the tab by then. */
const WAIT_MS = 60_000;

async function openTab(url: string, moment: MomentToOpen): Promise<Result<null>> {
  const tab = await browser.tabs.create({ url });
  await keep(waitingMoments, tab.id, { moment, until: Date.now() + WAIT_MS });
  return toSuccess(null);
}

async function showInOpenTab(moment: MomentToOpen): Promise<boolean> {
  const tabs = Object.entries(await episodeTabs.getValue()).filter(
    ([, episode]) => episode === moment.episode,
  );
  const [front] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  const ids = tabs.map(([id]) => Number(id)).toReversed();
  for (const tabId of ids.toSorted((a, b) => Number(b === front?.id) - Number(a === front?.id))) {
    // The page may be gone or for another episode by now: then it does not answer, or with no.
    const shown = await askPage(tabId, "page.show", { moment }).catch(() => false);
    if (!shown) continue;
    const tab = await browser.tabs.update(tabId, { active: true });
    if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
    return true;
  }
  return false;
}

/** Remembers which episode a tab shows, or that it shows none. */
export const rememberTab = (tabId: number, episode: string | null) => keep(episodeTabs, tabId, episode);

/** The moment that waits for the page of a tab, once. */
export async function takeWaiting(tabId: number, episode: string): Promise<MomentToOpen | null> {
  const waiting = (await waitingMoments.getValue())[tabId];
  if (!waiting) return null;
  await keep(waitingMoments, tabId, null);
  return waiting.moment.episode === episode && Date.now() < waiting.until ? waiting.moment : null;
}

/** Forgets all about a tab that was closed. */
export async function forgetTab(tabId: number): Promise<void> {
  await rememberTab(tabId, null);
  await keep(waitingMoments, tabId, null);
}

async function keep<T>(
  item: Kept<{ [tab: string]: T }>,
  tabId: number | undefined,
  value: T | null,
): Promise<void> {
  if (tabId === undefined) return;
  await change(item, (all) => {
    const { [String(tabId)]: _, ...others } = all;
    return value === null ? others : { ...others, [tabId]: value };
  });
}
