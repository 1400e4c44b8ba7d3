import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { scope } from "../../utils/extension/panel-door.ts";
import { followFrame } from "./frame.tsx";
import { openPanel } from "./open.tsx";

export default defineUnlistedScript(() => {
  scope.earmarkPanel = { openPanel, followFrame };
});
