import { defineContentScript } from "wxt/utils/define-content-script";
import { scope } from "../../utils/extension/panel-door.ts";
import { PAGE_MATCHES } from "../../utils/sites/hosts.ts";
import { startFrame } from "./frame.ts";
import { watchPage } from "./page.ts";

export default defineContentScript({
  matches: PAGE_MATCHES,
  allFrames: true,
  // An older run is told through an event that the page does not listen to.
  noScriptStartedPostMessage: true,
  main(ctx) {
    // A click on the icon while the page was loading starts a second one in the same scope.
    if (scope.earmarkStarted) return;
    scope.earmarkStarted = true;
    if (window === window.top) watchPage(ctx);
    else void startFrame(ctx).catch(() => null); // The extension is gone; the page around says so.
  },
});
