import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { sharedScope } from "../../utils/extension/panel-script.ts";
import { followFrame } from "./follow-frame.tsx";
import { visits } from "./visits.ts";

export default defineUnlistedScript(() => {
  sharedScope.earmarkPanel = { visits, followFrame };
});
