import type { PanelController, VisitController } from "../../utils/extension/panel-script.ts";
import { openPanel } from "./open-panel.tsx";

/** A visit to an episode's page. It ends when the address changes to another page. */
interface Visit {
  /** Identifies the page, see `getEpisodeKey`. */
  key: string;
  /** Id of the episode. */
  episode: string;
  panel: PanelController;
  abortController: AbortController;
}

let visit: Visit | null = null;

const closeVisit = () => {
  visit?.abortController.abort();
  visit = null;
};

/** Opens a panel for each episode the page shows, and closes it when the page is left. Pages navigate without a load. */
export const visits: VisitController = {
  enterPage({ key, site, match, moment }) {
    // The panel hides itself where the site is switched off, and keeps its state.
    if (visit?.key === key) return;
    closeVisit();
    if (match.kind !== "episode" || key === null || site === null) return;
    const { episode } = match;
    const abortController = new AbortController();
    visit = {
      key,
      episode: episode.id,
      abortController,
      panel: openPanel({ episode, key, site, signal: abortController.signal }),
    };
    if (moment?.episode === episode.id) visit.panel.showMoment(moment);
  },
  leavePage: closeVisit,
  showMoment(moment) {
    if (visit?.episode !== moment.episode) return false;
    visit.panel.showMoment(moment);
    return true;
  },
  runCommand: (command) => visit?.panel.runCommand(command),
  reportPlayer: (key, state) => visit?.panel.reportPlayer(key, state) ?? false,
};
