import type { PanelController, PanelOptions, VisitController } from "../../utils/extension/panel-script.ts";
import { isOwnEpisode, type CatalogEpisode } from "../../utils/library/library-model.ts";
import { getYouTubeId } from "../../utils/sites/episode-key.ts";
import { openPanel } from "./open-panel.tsx";
import { describeVideo } from "./page-video.ts";

/** A visit to an episode's page. It ends when the address changes to another page. */
interface Visit {
  /** Identifies the page, see `getEpisodeKey`. */
  key: string;
  /** Id of the episode. */
  episode: string;
  /** Null until the panel is open. */
  panel: PanelController | null;
  abortController: AbortController;
}

let visit: Visit | null = null;

/** Id of the video from whose page an episode of the reader's own came, and on which it is opened; null for others. */
const findVideo = (episode: CatalogEpisode): string | null =>
  isOwnEpisode(episode) && episode.source.origin === "youtube" ? getYouTubeId(new URL(location.href)) : null;

const closeVisit = () => {
  visit?.abortController.abort();
  visit = null;
};

/** Opens a panel for each episode the page shows, and closes it when the page is left. Pages navigate without a load. */
export const visits: VisitController = {
  enterPage({ key, site, match, moment, needsClick: isAsked }) {
    // The panel hides itself where the site is switched off, and keeps its state.
    if (visit?.key === key) return;
    closeVisit();
    if (key === null || site === null) return;
    if (match.kind !== "episode" && match.kind !== "available") return;
    const abortController = new AbortController();
    const { signal } = abortController;
    const id = match.kind === "episode" ? match.episode.id : key;
    const current: Visit = { key, episode: id, panel: null, abortController };
    visit = current;
    const open = (episode: PanelOptions["episode"], video: string | null) => {
      if (signal.aborted) return;
      current.panel = openPanel({ episode, video, isAsked, key, site, signal });
      if (moment?.episode === id) current.panel.showMoment(moment);
    };
    if (match.kind === "episode") open(match.episode, findVideo(match.episode));
    else void describeVideo(match.video, signal).then((episode) => open(episode, match.video));
  },
  leavePage: closeVisit,
  showMoment(moment) {
    if (!visit?.panel || visit.episode !== moment.episode) return false;
    visit.panel.showMoment(moment);
    return true;
  },
  runCommand: (command) => visit?.panel?.runCommand(command),
  reportPlayer: (key, state) => visit?.panel?.reportPlayer(key, state) ?? false,
};
