import { defineContentScript } from "wxt/utils/define-content-script";
import { PAGE_MATCHES } from "../../utils/sites/hosts.ts";
import { reportFrame } from "./frame.ts";
import { watchPage } from "./page.ts";

export default defineContentScript({
  matches: PAGE_MATCHES,
  allFrames: true,
  main: (ctx) => (window === window.top ? watchPage(ctx) : reportFrame(ctx)),
});
