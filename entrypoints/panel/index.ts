import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { scope } from "../../utils/extension/panel-door.ts";
import { followFrame } from "./frame.tsx";
import { visits } from "./visits.ts";

export default defineUnlistedScript(() => {
  scope.earmarkPanel = { visits, followFrame };
});
