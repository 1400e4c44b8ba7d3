import { render } from "preact";
import { Icon } from "../../components/ui/Icon.tsx";
import { whenGone } from "../../utils/extension/gone.ts";
import type { PanelScript } from "../../utils/extension/panel-door.ts";
import type { CatalogEpisode } from "../../utils/library/facts.ts";
import { answer, ask } from "../../utils/messages.ts";
import { isNews, type Report } from "../../utils/sites/frame-player.ts";
import { pagePlayer, type PlayerState } from "../../utils/sites/player.ts";
import { makeHost } from "./host.ts";
import { t } from "../../components/ui/words.ts";

/** The page around a frame gets this long to find its episode before the frame shows a tab of its own. */
const OWNER_MS = 2500;

/** In a player's frame: reports what the player does, obeys the page around it, or shows a tab where there is none. */
export const followFrame: PanelScript["followFrame"] = ({ key, episode }) => {
  const over = new AbortController();
  const { signal } = over;
  whenGone(() => over.abort(), signal);
  const player = pagePlayer(document);
  const started = Date.now();
  let tab: AbortController | null = null;
  let last: Report | null = null;

  const report = async (state: PlayerState | null) => {
    last = { state, at: Date.now() };
    const isOwned = await ask("background.frame", { key, state });
    if (isOwned) {
      tab?.abort();
      tab = null;
    } else if (!tab && Date.now() - started >= OWNER_MS) {
      tab = new AbortController();
      showTab(episode, () => player.state()?.seconds ?? null, AbortSignal.any([tab.signal, signal]));
    }
  };
  const tell = () => void report(player.state()).catch(() => tab?.abort()); // The extension is gone.

  player.watch(() => (!last || isNews(last, player.state(), Date.now())) && tell(), signal);
  const late = setTimeout(tell, OWNER_MS);
  const stop = answer<"frame">({
    "frame.steer"({ key: wanted, steer }) {
      if (wanted !== key) return null;
      if (steer === "toggle") player.toggle();
      else player.seek(steer.seconds);
      return null;
    },
    async "frame.report"() {
      await report(player.state());
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
  const { host, root } = makeHost(document, left);
  const open = () => {
    const moment = { episode: id, paragraph: null, seconds: seconds() };
    // Without the extension the tab leads nowhere, so it goes.
    void ask("background.open", { moment, newTab: true }).catch(() => host.remove());
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
