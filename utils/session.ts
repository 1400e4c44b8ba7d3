/** What is kept until the browser is closed. Pages' scripts may not see it: only the background imports this. */
import { storage } from "wxt/utils/storage";
import type { MomentToOpen } from "./messages.ts";

/** Which tab shows which episode, by the tab's id; only a hint, the page is asked before it is used. */
export const episodeTabs = storage.defineItem<{ [tab: string]: string }>("session:episodeTabs", {
  fallback: {},
  version: 1,
});

/** A moment that waits for its page, until when (milliseconds since 1970). */
export interface WaitingMoment {
  moment: MomentToOpen;
  until: number;
}

/** Moments that wait for the page of a tab that was just opened, by the tab's id. */
export const waitingMoments = storage.defineItem<{ [tab: string]: WaitingMoment }>("session:waitingMoments", {
  fallback: {},
  version: 1,
});
