import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { scope } from "../../utils/extension/panel-door.ts";
import { followFrame } from "./frame.tsx";
import { startVisits } from "./visits.ts";

export default defineUnlistedScript(() => {
  scope.earmarkPanel = { startVisits, followFrame };
});
