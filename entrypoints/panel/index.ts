import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { sharedScope } from "../../utils/extension/panel-door.ts";
import { followFrame } from "./frame.tsx";
import { visits } from "./visits.ts";

export default defineUnlistedScript(() => {
  sharedScope.earmarkPanel = { visits, followFrame };
});
