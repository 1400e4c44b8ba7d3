import type { PanelController, VisitController } from "../../utils/extension/panel-script.ts";
import { openPanel } from "./open-panel.tsx";

/** One stay on one episode's page, from its address to the next. */
interface Visit {
  key: string;
  episode: string;
  panel: PanelController;
  abortController: AbortController;
}

let visit: Visit | null = null;

const closeVisit = () => {
  visit?.abortController.abort();
  visit = null;
};

/** Opens a panel for each episode that the page becomes, and closes it when the page is left. */
export const visits: VisitController = {
  enterPage({ key, site, match, moment }) {
    // Switched off, it hides itself, and comes back as it was.
    if (visit?.key === key) return;
    closeVisit();
    if (match.kind !== "episode" || key === null || site === null) return;
    const { episode } = match;
    const left = new AbortController();
    visit = {
      key,
      episode: episode.id,
      abortController: left,
      panel: openPanel({ episode, key, site, signal: left.signal }),
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
