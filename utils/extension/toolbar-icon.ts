import { i18n } from "#i18n";
import { browser } from "wxt/browser";
import type { PageMatch } from "../library/match-page.ts";
import { findWithheldHosts } from "./access.ts";

/** Badge, title and colour of the toolbar icon. */
interface IconState {
  badge: string;
  title: string;
  color: string;
}

const GREEN = "#1a7f5a";
const GREY = "#5f6368";
const AMBER = "#a15c00";

/** Chooses the icon's state for a page. Badges differ by sign and not by colour alone. */
function getIconState(match: PageMatch): IconState {
  switch (match.kind) {
    case "episode":
      return { badge: "✓", title: i18n.t("icon.episode", { title: match.episode.title }), color: GREEN };
    case "available":
      return { badge: "+", title: i18n.t("icon.available"), color: GREY };
    case "known-show":
      return { badge: "–", title: i18n.t("icon.knownShow", { show: match.show }), color: GREY };
    case "off":
      return { badge: "", title: i18n.t("icon.off"), color: GREY };
    case "none":
      return { badge: "", title: i18n.t("icon.none"), color: GREY };
  }
}

/** Updates a tab's icon. The browser resets it when the tab navigates. */
export async function updateTabIcon(tabId: number, match: PageMatch): Promise<void> {
  const { badge, title, color } = getIconState(match);
  await browser.action.setBadgeText({ tabId, text: badge });
  await browser.action.setTitle({ tabId, title });
  await browser.action.setBadgeBackgroundColor({ tabId, color });
}

/** Marks tabs that were open before the installation as unknown, until they are clicked or reloaded. */
export async function markUnknownTabs(): Promise<void> {
  const unknown = await browser.action.getTitle({});
  const title = i18n.t("icon.unknown");
  for (const { id: tabId } of await browser.tabs.query({})) {
    if (tabId === undefined) continue;
    // Firefox runs content scripts in open tabs on installation, so some have reported. Closed tabs reject.
    const current = await browser.action.getTitle({ tabId }).catch(() => null);
    if (current === unknown) await browser.action.setTitle({ tabId, title }).catch(() => null);
  }
}

/**
 * Updates the icon of tabs that have not reported. It names withheld hosts, because without access the extension cannot
 * tell which tab shows one.
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
