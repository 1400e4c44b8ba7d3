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

/** The page around a frame gets this long to find its episode before the frame shows a tab of its own. */
const OWNER_TIMEOUT_MS = 2500;

/** In a player's frame: reports what the player does, obeys the page around it, or shows a tab where there is none. */
export const followFrame: PanelScript["followFrame"] = ({ key, episode }) => {
  const over = new AbortController();
  const { signal } = over;
  onContextInvalidated(() => over.abort(), signal);
  const player = createPagePlayer(document);
  const started = Date.now();
  let tab: AbortController | null = null;
  let last: PlayerReport | null = null;

  const report = async (state: PlayerState | null) => {
    last = { state, reportedAt: Date.now() };
    const isOwned = await sendToBackground("background.reportPlayer", { key, state });
    if (isOwned) {
      tab?.abort();
      tab = null;
    } else if (!tab && Date.now() - started >= OWNER_TIMEOUT_MS) {
      tab = new AbortController();
      showTab(episode, () => player.getState()?.seconds ?? null, AbortSignal.any([tab.signal, signal]));
    }
  };
  const tell = () => void report(player.getState()).catch(() => tab?.abort()); // The extension is gone.

  player.watch(() => (!last || isReportDue(last, player.getState(), Date.now())) && tell(), signal);
  const late = setTimeout(tell, OWNER_TIMEOUT_MS);
  const stop = handleMessages<"frame">({
    "frame.controlPlayer"({ key: wanted, command }) {
      if (wanted !== key) return null;
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
    clearTimeout(late);
    stop();
  });
  tell();
};

/** A small tab that opens the episode's own page at the player's time; a frame has no room for a panel. */
function showTab({ id, title }: CatalogEpisode, seconds: () => number | null, left: AbortSignal): void {
  const { host, root } = createPanelHost(document, left);
  const open = () => {
    const moment = { episode: id, paragraph: null, seconds: seconds() };
    // Without the extension the tab leads nowhere, so it goes.
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
