import type { CatalogEpisode } from "../library/library-model.ts";
import type { PageCommand, MomentToOpen, PageAnswer } from "./messages.ts";
import type { SiteId } from "../sites/sites.ts";
import type { PlayerState } from "../sites/player.ts";

/** The page that a panel opens on. */
export interface PanelOptions {
  episode: CatalogEpisode;
  /** Id of the video whose transcript is still to be loaded; null where the library has it. */
  video: string | null;
  /** The reader asked for the transcript, so the panel opens at once. */
  isAsked: boolean;
  /** The page's own key, which can differ from those of the episode's links. */
  key: string;
  site: SiteId;
  /** Aborts when the reader leaves the page. */
  signal: AbortSignal;
}

/** Controls an open panel. */
export interface PanelController {
  /** Opens the panel at a moment and seeks the player. */
  showMoment(moment: MomentToOpen): void;
  /** Runs the command of a browser-wide shortcut. */
  runCommand(command: PageCommand): void;
  /** Takes the state of a frame's player; false when it plays another episode. */
  reportPlayer(key: string, state: PlayerState | null): boolean;
}

/** What the content script calls in the panel's script. */
export interface VisitController extends Pick<PanelController, "runCommand" | "reportPlayer"> {
  /** Closes the panel of the episode before and opens that of the page's episode. */
  enterPage(answer: PageAnswer): void;
  /** Closes the panel. */
  leavePage(): void;
  /** False when the page shows another episode than the moment's. */
  showMoment(moment: MomentToOpen): boolean;
}

/** What the panel's script puts into the global scope that it shares with the content script. */
export interface PanelScript {
  visits: VisitController;
  /** Reports and controls the player in this frame. */
  followFrame(options: { key: string; episode: CatalogEpisode }): void;
}

/** The global scope of the content script's isolated world, which the panel's script shares in both browsers. */
export const sharedScope = globalThis as {
  earmarkPanel?: PanelScript;
  earmarkStarted?: true;
  /** The `browser` object of the content script, for the panel's bundle. */
  earmarkBrowser?: unknown;
};
