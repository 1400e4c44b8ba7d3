import { i18n } from "#i18n";
import { browser } from "wxt/browser";
import type { PageMatch } from "../library/match-page.ts";
import { findWithheldHosts } from "./access.ts";

/** What the toolbar icon says. */
interface IconState {
  badge: string;
  title: string;
  color: string;
}

const GREEN = "#1a7f5a";
const GREY = "#5f6368";
const AMBER = "#a15c00";

/** Words and badge for what a page is; the badge differs by its sign, not by colour alone. */
export function getIconState(match: PageMatch): IconState {
  switch (match.kind) {
    case "episode":
      return { badge: "✓", title: i18n.t("icon.episode", { title: match.episode.title }), color: GREEN };
    case "known-show":
      return { badge: "–", title: i18n.t("icon.knownShow", { show: match.show }), color: GREY };
    case "off":
      return { badge: "", title: i18n.t("icon.off"), color: GREY };
    case "none":
      return { badge: "", title: i18n.t("icon.none"), color: GREY };
  }
}

/** Shows on one tab's icon what its page is. The browser forgets it when the page is left. */
export async function updateTabIcon(tabId: number, match: PageMatch): Promise<void> {
  const { badge, title, color } = getIconState(match);
  await browser.action.setBadgeText({ tabId, text: badge });
  await browser.action.setTitle({ tabId, title });
  await browser.action.setBadgeBackgroundColor({ tabId, color });
}

/** Tabs that were open before the install are not known until they are clicked or loaded anew. */
export async function markUnknownTabs(): Promise<void> {
  const unknown = await browser.action.getTitle({});
  const title = i18n.t("icon.unknown");
  for (const { id: tabId } of await browser.tabs.query({})) {
    if (tabId === undefined) continue;
    // Firefox starts us in open tabs by itself, and some may have told already. A tab may close meanwhile.
    const said = await browser.action.getTitle({ tabId }).catch(() => null);
    if (said === unknown) await browser.action.setTitle({ tabId, title }).catch(() => null);
  }
}

/**
 * What the icon says on tabs that have not told what they are: that they are no episode or, when the browser
 * withholds hosts, which ones. Without access there is no knowing which tab is on such a host.
 */
export async function updateDefaultIcon(): Promise<void> {
  const withheld = await findWithheldHosts();
  const title = withheld.length
    ? i18n.t("icon.withheld", { hosts: withheld.join(", ") })
    : getIconState({ kind: "none" }).title;
  await browser.action.setBadgeText({ text: withheld.length ? "!" : "" });
  await browser.action.setTitle({ title });
  await browser.action.setBadgeBackgroundColor({ color: AMBER });
}
