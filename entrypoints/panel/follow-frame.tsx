import { render } from "preact";
import { Icon } from "../../components/ui/Icon.tsx";
import { onContextInvalidated } from "../../utils/extension/extension-context.ts";
import type { PanelScript } from "../../utils/extension/panel-script.ts";
import type { CatalogEpisode } from "../../utils/library/library-model.ts";
import { handleMessages, sendToBackground } from "../../utils/extension/messages.ts";
import { isReportDue, type PlayerReport } from "../../utils/sites/player-report.ts";
import { createPagePlayer, type PlayerState } from "../../utils/sites/player.ts";
import { createPanelHost } from "./panel-host.ts";
import { t } from "../../components/ui/i18n.ts";

/** A frame shows a tab of its own when the page around it has no panel for its episode after this time. */
const OWNER_TIMEOUT_MS = 2500;

/**
 * In the frame of a player: reports the player's state to the page around it and runs that page's commands. Without a
 * panel in that page, the frame shows a tab that opens the episode's own page.
 */
export const followFrame: PanelScript["followFrame"] = ({ key, episode }) => {
  const context = new AbortController();
  const { signal } = context;
  onContextInvalidated(() => context.abort(), signal);
  const player = createPagePlayer(document);
  const startedAt = Date.now();
  let tab: AbortController | null = null;
  let lastReport: PlayerReport | null = null;

  const report = async (state: PlayerState | null) => {
    lastReport = { state, reportedAt: Date.now() };
    const isOwned = await sendToBackground("background.reportPlayer", { key, state });
    if (isOwned) {
      tab?.abort();
      tab = null;
    } else if (!tab && Date.now() - startedAt >= OWNER_TIMEOUT_MS) {
      tab = new AbortController();
      showTab(episode, () => player.getState()?.seconds ?? null, AbortSignal.any([tab.signal, signal]));
    }
  };
  // Fails in an invalidated context, in which the tab would open nothing.
  const reportNow = () => void report(player.getState()).catch(() => tab?.abort());

  player.watch(() => {
    if (!lastReport || isReportDue(lastReport, player.getState(), Date.now())) reportNow();
  }, signal);
  const timer = setTimeout(reportNow, OWNER_TIMEOUT_MS);
  const stopHandling = handleMessages<"frame">({
    "frame.controlPlayer"({ key: requestedKey, command }) {
      if (requestedKey !== key) return null;
      if (command === "toggle") player.toggle();
      else player.seek(command.seconds);
      return null;
    },
    async "frame.requestReport"() {
      await report(player.getState());
      return null;
    },
  });
  signal.addEventListener("abort", () => {
    clearTimeout(timer);
    stopHandling();
  });
  reportNow();
};

/** Shows a tab that opens the episode's own page at the player's time. Frames have no room for a panel. */
function showTab({ id, title }: CatalogEpisode, getSeconds: () => number | null, until: AbortSignal): void {
  const { host, root } = createPanelHost(document, until);
  const open = () => {
    const moment = { episode: id, paragraph: null, seconds: getSeconds() };
    // Fails in an invalidated context, in which the tab would open nothing.
    void sendToBackground("background.openMoment", { moment, newTab: true }).catch(() => host.remove());
  };
  host.setAttribute("data-place", "dock");
  document.body.append(host);
  render(
    <button type="button" class="tab" title={t("panel.tabTitle", { title })} onClick={open}>
      <Icon name="transcript" /> {t("panel.transcript")}
    </button>,
    root,
  );
}
