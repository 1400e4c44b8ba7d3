import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { sharedScope } from "../../utils/extension/panel-script.ts";
import { startFrame } from "./start-frame.ts";
import { watchPage } from "./watch-page.ts";

/** The content script. It is no `defineContentScript`, because WXT's context costs 1 ms on every page. */
export default defineUnlistedScript(() => {
  // A click on the icon while the page loads runs the script a second time in the same scope.
  if (sharedScope.earmarkStarted) return;
  sharedScope.earmarkStarted = true;
  if (window === window.top) watchPage();
  else void startFrame().catch(() => null); // The extension context was invalidated; the top page says so.
});
