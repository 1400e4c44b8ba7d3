/** What is kept until the browser is closed. Pages' scripts may not see it: only the background and the extension's own pages import this. */
import { defineSetting } from "./define-setting.ts";
import type { MomentToOpen } from "./messages.ts";

/** Which tab shows which episode, by the tab's id; only a hint, the page is asked before it is used. */
export const episodeTabs = defineSetting<{ [tab: string]: string }>("session:episodeTabs", {});

/** A moment that waits for its page, until when (milliseconds since 1970). */
export interface WaitingMoment {
  moment: MomentToOpen;
  until: number;
}

/** Moments that wait for the page of a tab that was just opened, by the tab's id. */
export const waitingMoments = defineSetting<{ [tab: string]: WaitingMoment }>("session:waitingMoments", {});

/** What was typed into the popup last, and until when it is kept (milliseconds since 1970). */
export const lastSearch = defineSetting<{ typed: string; until: number } | null>("session:lastSearch", null);
