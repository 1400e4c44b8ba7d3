/**
 * Values stored until the browser closes. Content scripts have no access to session storage
 * (https://developer.chrome.com/docs/extensions/reference/api/storage#storage_areas), so only the background and the
 * extension's pages import this.
 */
import { defineSetting } from "./define-setting.ts";
import type { MomentToOpen } from "./messages.ts";

/** Episodes by the id of the tab that shows them. A hint only: the page confirms it. */
export const episodeTabs = defineSetting<{ [tab: string]: string }>("session:episodeTabs", {});

/** A moment that waits for its page to load. */
export interface WaitingMoment {
  moment: MomentToOpen;
  /** In milliseconds since 1970. */
  until: number;
}

/** Moments that wait, by the id of the tab that was opened for them. */
export const waitingMoments = defineSetting<{ [tab: string]: WaitingMoment }>("session:waitingMoments", {});

/** The last search in the popup, and when it expires, in milliseconds since 1970. */
export const lastSearch = defineSetting<{ typed: string; until: number } | null>("session:lastSearch", null);
