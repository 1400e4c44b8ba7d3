import type { CatalogEpisode } from "../library/library-model.ts";
import type { PageCommand, MomentToOpen, PageAnswer } from "./messages.ts";
import type { SiteId } from "../sites/sites.ts";
import type { PlayerState } from "../sites/player.ts";

/** What the panel needs to know about the page it opens on. */
export interface PanelOptions {
  episode: CatalogEpisode;
  /** The page's own key, which can differ from those of the episode's links. */
  key: string;
  site: SiteId;
  /** Aborted when the page is left; the panel goes with it. */
  signal: AbortSignal;
}

/** What can be asked of an open panel. */
export interface PanelController {
  /** Opens the panel and shows a moment, taking the player there. */
  showMoment(moment: MomentToOpen): void;
  /** Does what a key of the whole browser asks for. */
  runCommand(command: PageCommand): void;
  /** Takes in what a player in a frame does; false when it plays another episode. */
  reportPlayer(key: string, state: PlayerState | null): boolean;
}

/** What the small content script can ask of the panel's script on a page that is an episode's, or was one. */
export interface VisitController extends Pick<PanelController, "runCommand" | "reportPlayer"> {
  /** The page is for this now: another episode's panel goes, and this one's comes, with its moment. */
  enterPage(answer: PageAnswer): void;
  /** The page is no episode's any more. */
  leavePage(): void;
  /** False where the page is for another episode than the moment's. */
  showMoment(moment: MomentToOpen): boolean;
}

/** What the panel's script puts in the global scope that it shares with the content script. */
export interface PanelScript {
  visits: VisitController;
  /** In a frame that holds the player of an episode. */
  followFrame(options: { key: string; episode: CatalogEpisode }): void;
}

/** The scope shared by the content script and the panel's script it imports (the same object in both browsers). */
export const sharedScope = globalThis as {
  earmarkPanel?: PanelScript;
  earmarkStarted?: true;
  /** The browser's interfaces as the content script has them; the panel's bundle takes them from here. */
  earmarkBrowser?: unknown;
};
