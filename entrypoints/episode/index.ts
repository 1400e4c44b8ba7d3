import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { sharedScope } from "../../utils/extension/panel-script.ts";
import { startFrame } from "./start-frame.ts";
import { watchPage } from "./watch-page.ts";

/** The content script. The manifest names it by hand: WXT's context, which we don't need, takes 1 ms on every page. */
export default defineUnlistedScript(() => {
  // A click on the icon while the page was loading starts a second one in the same scope.
  if (sharedScope.earmarkStarted) return;
  sharedScope.earmarkStarted = true;
  if (window === window.top) watchPage();
  else void startFrame().catch(() => null); // The extension is gone; the page around says so.
});
