import { isContextInvalidated } from "../../utils/extension/extension-context.ts";
import { handleMessages, sendToBackground } from "../../utils/extension/messages.ts";
import { readPageFacts } from "../../utils/sites/read-page-facts.ts";
import { watchNavigation } from "../../utils/sites/watch-navigation.ts";
import { loadPanel } from "./load-panel.ts";
import { showVideoTab } from "./video-tab.ts";
import { createPageTracker } from "./page-tracker.ts";

/** Tracks the page in this tab and answers messages about it. All that only episodes need comes with the panel's script. */
export function watchPage(): void {
  const readFacts = () => readPageFacts(document);
  const tracker = createPageTracker({
    readFacts,
    reportPage: (facts) => sendToBackground("background.reportPage", { facts }),
    loadVisits: async () => (await loadPanel()).visits,
    isContextInvalidated,
    showTab: (onOpen) =>
      showVideoTab(document, { onPrepare: () => void loadPanel().catch(() => null), onOpen }),
  });
  handleMessages<"page">({
    "page.getMatch": tracker.getMatch,
    "page.refresh"() {
      tracker.refresh();
      return null;
    },
    "page.showMoment": ({ moment }) => tracker.getVisits()?.showMoment(moment) ?? false,
    "page.runCommand"({ command }) {
      if (command !== "open-panel" || !tracker.openTab()) tracker.getVisits()?.runCommand(command);
      return null;
    },
    "page.reportPlayer": ({ key, state }) => tracker.getVisits()?.reportPlayer(key, state) ?? false,
  });
  // The browser resets the icon of a page that it restores from its back/forward cache.
  window.addEventListener("pageshow", ({ persisted }) => {
    if (persisted) void sendToBackground("background.reportPage", { facts: readFacts() }).catch(() => null);
  });
  watchNavigation(window, tracker.check);
  tracker.check();
}
